// What a script adds to pages that are complete without it. Each part stands alone; none keeps anything.

/** Brings the reader to the errors, or to the confirmation, when the page opens. */
function focusFirst() {
  const target = document.querySelector("[data-focus]");
  if (target) target.focus();
}

/** Sends a form once, even for a double click; the page that comes back from history may send again. */
function sendOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
    setTimeout(() => release(form), 8000);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
}

function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

/** Counts the characters of a long text: shown at once, said when the person stops typing. */
function countCharacters(area) {
  const limit = Number(area.dataset.count);
  const shown = document.getElementById(`${area.id}-count`);
  if (!shown) return;
  const said = document.createElement("div");
  said.className = "govuk-visually-hidden";
  said.setAttribute("aria-live", "polite");
  shown.after(said);
  let waiting;
  const update = () => {
    const left = limit - [...area.value].length;
    const words = left < 0 ? shown.dataset.over : shown.dataset.left;
    shown.textContent = words.replace("%n", Math.abs(left).toLocaleString(document.documentElement.lang));
    shown.classList.toggle("govuk-error-message", left < 0);
    clearTimeout(waiting);
    waiting = setTimeout(() => { said.textContent = shown.textContent; }, 1000);
  };
  area.addEventListener("input", update);
  if (area.value) update();
}

/** Completes what is typed (communes, streets) from an address that answers a list of texts. */
function suggest(input) {
  const list = document.getElementById(input.getAttribute("list"));
  let waiting;
  let asked = "";
  const ask = async () => {
    const text = input.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { headers: { accept: "application/json" } });
    if (!answer.ok || asked !== text) return;
    const options = (await answer.json()).map((value) => Object.assign(document.createElement("option"), { value }));
    list.replaceChildren(...options);
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(() => {}), 200);
  });
}

/** A link to a group of choices or to a date leads to its first field, under its question. */
function showQuestion() {
  document.querySelectorAll(".govuk-error-summary a[href^='#']").forEach((link) => {
    link.addEventListener("click", (event) => {
      const field = document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      const question = field.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
      (question ?? field).scrollIntoView();
      field.focus({ preventScroll: true });
    });
  });
}

/** Prints the page: the button exists only where a script can do it. */
function printButtons() {
  document.querySelectorAll("[data-print][hidden]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
}

/** Ticks every line of a list, or none: the box exists only where a script can do it. */
function tickAll(place) {
  const boxes = [...place.closest("table").querySelectorAll("tbody input[type=checkbox]")];
  const all = Object.assign(document.createElement("input"), { type: "checkbox", ariaLabel: place.dataset.label });
  const update = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  boxes.forEach((box) => box.addEventListener("change", update));
  place.append(all);
  update();
}

focusFirst();
sendOnce();
showQuestion();
printButtons();
document.querySelectorAll("[data-count]").forEach(countCharacters);
document.querySelectorAll("[data-suggest]").forEach(suggest);
document.querySelectorAll("[data-tick-all]").forEach(tickAll);
