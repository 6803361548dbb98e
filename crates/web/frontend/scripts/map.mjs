// A place shown on a map, beside the text that stays the answer. Nothing is asked of the server of the images before the person
// opens the map, and no library is loaded for who does not.

import { positions, typed } from "./coordinates.mjs";

/** How near a map comes to one point. */
const NEAR = 17;

document.querySelectorAll("[data-map]").forEach(wire);

/** Brings one map to life: it is hidden as long as no script does it. */
function wire(place) {
  const options = JSON.parse(place.dataset.map);
  const part = (name) => place.querySelector(`[data-map-${name}]`);
  const drawn = { place, options, part, input: document.getElementById(options.input), map: null };
  const [locate, open] = [part("locate"), part("open")];
  if (locate && !navigator.geolocation) locate.remove();
  if (!open && !locate?.isConnected) return;
  place.hidden = false;
  locate?.addEventListener("click", () => findPosition(drawn));
  open?.addEventListener("click", () => openMap(drawn).catch(() => say(drawn, "failed")));
  part("undo")?.addEventListener("click", () => undo(drawn));
  part("clear")?.addEventListener("click", () => clear(drawn));
  drawn.input?.addEventListener("input", () => draw(drawn));
  choices(drawn).forEach((choice) => choice.addEventListener("change", () => draw(drawn)));
}

/** Says what happened, to who sees and to who listens. */
function say({ options, part }, key, values = {}) {
  let text = options.words[key];
  for (const [name, value] of Object.entries(values)) text = text.replace(`%${name}`, value);
  part("said").textContent = text;
}

/** The points of the answer: those of the text, or those of a place that is only shown. */
function points({ input, options }) {
  if (input) return positions(input.value);
  const { type, coordinates } = options.geometry;
  const listed = { Point: [coordinates], LineString: coordinates, Polygon: coordinates[0] }[type];
  return listed.map(([longitude, latitude]) => [latitude, longitude]);
}

/** Writes the answer, where the person sees it. */
function write(drawn, listed) {
  drawn.input.value = listed.map(typed).join("\n");
  drawn.input.closest("details")?.setAttribute("open", "");
  drawn.input.dispatchEvent(new Event("input", { bubbles: true }));
}

function choices({ options }) {
  return options.choice ? [...document.getElementsByName(options.choice)] : [];
}

/** What is drawn: what was chosen, the only thing that can be, or the first one, which is then chosen. */
function shape(drawn) {
  const offered = choices(drawn);
  if (offered.length && !offered.some((choice) => choice.checked)) offered[0].checked = true;
  return offered.find((choice) => choice.checked)?.value ?? drawn.options.shapes[0];
}

/** Puts a point: the only one, or one more; says it with these words, or says that there are too many. */
function put(drawn, at, key, values) {
  const isOne = shape(drawn) === "point";
  const before = isOne ? [] : points(drawn);
  if (before.length >= drawn.options.most) return say(drawn, "full");
  write(drawn, [...before, at]);
  return say(drawn, key ?? (isOne ? "placed" : "added"), { n: before.length + 1, at: typed(at), ...values });
}

function undo(drawn) {
  const before = points(drawn);
  if (!before.length) return say(drawn, "nothing");
  write(drawn, before.slice(0, -1));
  say(drawn, "undone", { n: before.length });
}

function clear(drawn) {
  write(drawn, []);
  say(drawn, "cleared");
}

/** Asks the device where it is, once: the browser asks the person. */
function findPosition(drawn) {
  say(drawn, "locating");
  const found = ({ coords }) => {
    const at = [coords.latitude, coords.longitude];
    put(drawn, at, "located", { metres: Math.ceil(coords.accuracy).toLocaleString(document.documentElement.lang) });
    drawn.map?.setView(at, NEAR);
  };
  const failed = ({ code, PERMISSION_DENIED }) => say(drawn, code === PERMISSION_DENIED ? "refused" : "unknown");
  navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
}

/** Loads the library and its style, once for the page, then shows the map. */
async function openMap(drawn) {
  const { options, part } = drawn;
  await Promise.all([import(options.library), dressed(options.style)]);
  part("sheet").hidden = false;
  part("open").hidden = true;
  const ground = part("ground");
  drawn.map = madeOn(ground, options);
  drawn.layer = globalThis.leaflet.layerGroup().addTo(drawn.map);
  look(drawn);
  draw(drawn);
  if (drawn.input) listen(drawn, ground);
  ground.focus();
}

function dressed(href) {
  if (document.querySelector(`link[href="${href}"]`)) return null;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = reject;
    document.head.append(sheet);
  });
}

function madeOn(ground, { tiles, attribution, words }) {
  const L = globalThis.leaflet;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(ground, {
    keyboardPanDelta: 40,
    scrollWheelZoom: false,
    doubleClickZoom: false,
    zoomControl: false,
    ...(isStill && { zoomAnimation: false, fadeAnimation: false, inertia: false }),
  });
  map.attributionControl.setPrefix("");
  const credited = Object.assign(document.createElement("span"), { textContent: attribution }).innerHTML;
  L.tileLayer(tiles, { maxZoom: 19, attribution: credited }).addTo(map);
  L.control.zoom({ zoomInTitle: words.nearer, zoomOutTitle: words.farther }).addTo(map);
  ground.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  ground.addEventListener("focusout", () => map.scrollWheelZoom.disable());
  return map;
}

/** A press or a touch puts a point there; Enter puts one under the cross, in the middle. */
function listen(drawn, ground) {
  const at = (found) => {
    const { lat, lng } = found.wrap();
    put(drawn, [lat, lng]);
  };
  drawn.map.on("click", (event) => at(event.latlng));
  ground.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== ground) return;
    event.preventDefault();
    at(drawn.map.getCenter());
  });
}

/** Looks at what is drawn, or at the place where maps open. */
function look(drawn) {
  const listed = points(drawn);
  const [latitude, longitude, zoom] = drawn.options.view;
  if (!listed.length) drawn.map.setView([latitude, longitude], zoom);
  else drawn.map.fitBounds(listed, { maxZoom: NEAR, padding: [30, 30] });
}

const DOT = { radius: 8, color: "#fff", weight: 3, fillColor: "#b00058", fillOpacity: 1 };
const STROKE = { color: "#b00058", weight: 5, fillOpacity: 0.25 };

/** Draws the answer as it is now written. */
function draw(drawn) {
  if (!drawn.map) return;
  const L = globalThis.leaflet;
  const listed = points(drawn);
  const drawing = { interactive: false, className: "parvis-map__drawn" };
  const joined = { line: L.polyline, area: L.polygon }[drawn.input ? shape(drawn) : drawn.options.shapes[0]];
  const dots = listed.map((at) => L.circleMarker(at, { ...DOT, ...drawing }));
  const whole = joined && listed.length > 1 ? [joined(listed, { ...STROKE, ...drawing })] : [];
  drawn.layer.clearLayers();
  [...whole, ...dots].forEach((one) => one.addTo(drawn.layer));
}
