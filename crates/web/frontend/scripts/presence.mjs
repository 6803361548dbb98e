// Who else has a dossier before their eyes, asked again while its page is visible. The page says it at its opening without this.

const EVERY = 30000;
const place = document.querySelector("[data-presence]");
let asked = Date.now();
let waiting;

/** Asks, then again after a while. What the house refuses is not asked again: the session ended, or the dossier is another group's. */
async function ask() {
  clearTimeout(waiting);
  if (document.visibilityState !== "visible") return;
  asked = Date.now();
  try {
    const body = new URLSearchParams({ csrf: place.dataset.csrf });
    const answer = await fetch(place.dataset.presence, { method: "POST", body, redirect: "manual" });
    if (answer.ok) show(await answer.text());
    else if (answer.status < 500) return show("");
  } catch {
    // The network is gone for a moment.
  }
  waiting = setTimeout(ask, EVERY);
}

/** Shows a sentence for each; what is there already is not said again. */
function show(text) {
  const told = [...place.children].map((line) => line.textContent).join("\n");
  if (text === told) return;
  const line = (textContent) => Object.assign(document.createElement("p"), { className: "govuk-body", textContent });
  place.replaceChildren(...text.split("\n").filter(Boolean).map(line));
}

if (place) {
  waiting = setTimeout(ask, EVERY);
  document.addEventListener("visibilitychange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, Math.max(0, EVERY - (Date.now() - asked)));
  });
}
