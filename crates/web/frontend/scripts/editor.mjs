// Dragging steps and questions in the outline of a procedure. The buttons do the same without this, and with the keyboard.

const outline = document.querySelector("[data-drag]");
const said = document.querySelector("[data-said]");
const EDGE = 60;

/** The items of a list, in the order of the page. */
function items(list) {
  return [...list.children].filter((item) => item.dataset.part);
}

/** The lists where an item may be left: its own; for a question of a step, those of the other steps too. */
function lists(item) {
  const own = item.parentElement;
  if (!own.dataset.list.endsWith("/elements")) return [own];
  return [...outline.querySelectorAll('[data-list$="/elements"]')];
}

/** Says where an item stands, to who does not see it move. */
function say(item) {
  const all = items(item.parentElement);
  const title = item.querySelector(".parvis-outline__title").textContent.trim();
  const words = outline.dataset.place.replace("%t", () => title);
  said.textContent = words.replace("%p", all.indexOf(item) + 1).replace("%n", all.length);
}

/** Puts the item where the pointer is, when it may stand there. */
function follow(item, event) {
  for (const list of lists(item)) {
    const box = list.getBoundingClientRect();
    if (event.clientY < box.top || event.clientY > box.bottom) continue;
    const next = items(list).find((other) => {
      const { top, height } = other.getBoundingClientRect();
      return other !== item && event.clientY < top + height / 2;
    });
    const end = items(list).filter((other) => other !== item).at(-1);
    if (next) next.before(item);
    else if (end) end.after(item);
    return;
  }
}

/** Near the edges of the window, the page goes on. */
function scroll(event) {
  if (event.clientY < EDGE) scrollBy(0, -20);
  if (event.clientY > innerHeight - EDGE) scrollBy(0, 20);
}

/** Sends what the buttons would send: the house does it, refuses it, or shows that another author was there first. */
function send(item) {
  const list = item.parentElement;
  const at = items(list).indexOf(item);
  const form = outline.closest("form");
  const value = `placer:${item.dataset.part}:${list.dataset.list}:${at}`;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "faire", value }));
  form.requestSubmit();
}

/** The window is listened to: an item that moves in the page loses the pointer that it had captured. */
function drag(item) {
  const from = { list: item.parentElement, next: item.nextElementSibling };
  item.classList.add("parvis-dragged");
  const move = (event) => {
    scroll(event);
    follow(item, event);
  };
  const back = () => from.list.insertBefore(item, from.next);
  const escape = (event) => {
    if (event.key !== "Escape") return;
    back();
    stop();
  };
  const stop = () => {
    item.classList.remove("parvis-dragged");
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", leave);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", escape);
  };
  const cancel = () => {
    back();
    stop();
  };
  const leave = () => {
    stop();
    if (item.parentElement === from.list && item.nextElementSibling === from.next) return;
    say(item);
    send(item);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", leave);
  addEventListener("pointercancel", cancel);
  addEventListener("keydown", escape);
}

/** A handle before each item that can move: for a pointer only, since the buttons do the same. */
function handles() {
  outline.querySelectorAll("[data-part]").forEach((item) => {
    if (items(item.parentElement).length < 2 && lists(item).length < 2) return;
    const handle = Object.assign(document.createElement("button"), { type: "button", className: "parvis-handle", tabIndex: -1 });
    handle.textContent = "\u2807";
    handle.title = outline.dataset.drag;
    handle.setAttribute("aria-hidden", "true");
    handle.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      drag(item);
    });
    item.querySelector(".parvis-outline__line").prepend(handle);
  });
}

if (outline) {
  handles();
  const moved = location.hash && document.getElementById(location.hash.slice(1));
  if (moved?.dataset.part && location.search.includes("fait=change")) setTimeout(() => say(moved), 500);
}
