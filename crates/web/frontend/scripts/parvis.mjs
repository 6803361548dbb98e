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

/** What each act of the keys leads to on a page, as far as the page has it. */
const PLACES = {
  next: "[data-next]",
  previous: "[data-previous]",
  search: "main input[type=search]",
  list: ".govuk-back-link",
  take: "#agir button[name=a][value=moi]",
  ask: '#agir a[href$="/demander"]',
  write: '#agir a[href$="/echanges#texte"]',
  notes: 'main nav a[href$="/notes"]',
  decide: '#agir a[href$="/decider"]',
  help: "[data-shortcuts]",
};

/** Does what the keys of an agent stand for: never in a field, never over what was typed, never with another key. */
function shortcuts(place) {
  const pairs = place.dataset.shortcuts.split(" ").map((pair) => pair.split(/:(.*)/));
  const acts = new Map(pairs.map(([act, key]) => [key, act]));
  for (const [key, act] of acts) {
    if (PLACES[act]) document.querySelector(PLACES[act])?.setAttribute("aria-keyshortcuts", key);
  }
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = acts.get(event.key.toLowerCase());
    if (act && does(act, event.repeat)) event.preventDefault();
  });
}

/** Whether leaving the page would lose something that was typed, or put into a text by a press. */
function isTyped() {
  const texts = [...document.querySelectorAll("main textarea")];
  const lines = [...document.querySelectorAll("main input[type=text]")];
  return texts.some((field) => field.value) || lines.some((field) => field.value !== field.defaultValue);
}

/** Does one act; false when the page has no place for it. */
function does(act, isRepeated) {
  const target = PLACES[act] && document.querySelector(PLACES[act]);
  if (target?.matches("input")) {
    target.focus();
    return true;
  }
  if (target) {
    if (!isRepeated && !isTyped()) target.click();
    return true;
  }
  const rows = [...document.querySelectorAll("[data-row]")];
  const at = rows.indexOf(document.activeElement);
  if (act === "open" && at >= 0) rows[at].click();
  const step = { next: 1, previous: -1 }[act];
  if (step) rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
  return act === "open" || Boolean(step);
}

/** How the bytes of a passkey travel in JSON: base64url. */
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const base64url = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

/** Shows what passkeys can do, where the browser has them and at the address where they serve; says otherwise what the page says. */
function offerPasskeys() {
  if (!window.PublicKeyCredential) return;
  document.querySelectorAll(`[data-passkey="${CSS.escape(location.origin)}"]`).forEach((place) => {
    place.hidden = false;
    document.querySelectorAll("[data-without-passkey]").forEach((text) => { text.hidden = true; });
    if (place.matches("form")) place.addEventListener("submit", (event) => answerByDevice(event, place));
  });
}

/** Asks the device of the person, puts its answer into the form, and sends that; says what went wrong in the form itself. */
async function answerByDevice(event, form) {
  event.preventDefault();
  event.stopPropagation();
  const button = form.querySelector("button");
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  const said = form.querySelector("[role=alert]");
  said.hidden = true;
  const began = Date.now();
  try {
    const answer = await askDevice(form);
    if (!answer) return;
    form.elements.reponse.value = JSON.stringify(answer);
    form.submit();
  } catch (error) {
    const causes = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known", SecurityError: "elsewhere" };
    const cause = causes[error.name] ?? "failed";
    const isLate = cause === "cancelled" && Date.now() - began >= 300000;
    said.textContent = said.dataset[isLate ? "late" : cause];
    said.hidden = false;
    button.removeAttribute("aria-busy");
  }
}

/** What the device answers to what this site asks; nothing when the site leads elsewhere first. */
async function askDevice(form) {
  const asked = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams({ csrf: form.elements.csrf.value }) });
  if (asked.redirected) {
    location.assign(asked.url);
    return undefined;
  }
  if (!asked.ok) throw new Error(String(asked.status));
  const { publicKey } = await asked.json();
  publicKey.challenge = bytes(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
  (publicKey.excludeCredentials ?? publicKey.allowCredentials ?? []).forEach((known) => { known.id = bytes(known.id); });
  const { id, rawId, type, response } = await navigator.credentials[publicKey.user ? "create" : "get"]({ publicKey });
  const names = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const told = names.filter((name) => response[name]).map((name) => [name, base64url(response[name])]);
  return { id, rawId: base64url(rawId), type, response: Object.fromEntries(told), extensions: {} };
}

focusFirst();
sendOnce();
offerPasskeys();
showQuestion();
printButtons();
document.querySelectorAll("[data-count]").forEach(countCharacters);
document.querySelectorAll("[data-suggest]").forEach(suggest);
document.querySelectorAll("[data-tick-all]").forEach(tickAll);
document.querySelectorAll('[data-shortcuts]:not([data-shortcuts=""])').forEach(shortcuts);
