// What a browser loads, as Brotli makes it: with every page, with a page that may show a map, and when the map is opened.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const DIST = new URL("../../dist/", import.meta.url);
const files = new Map(readFileSync(new URL("manifest.txt", DIST), "utf8").trim().split("\n").map((line) => line.split(" ")));

const BUDGETS = [
  ["with every page", ["parvis.css", "parvis.mjs", "icon.svg"], 20_000],
  ["with a page that may show a map", ["map.mjs"], 4_000],
  ["when a map is opened", ["leaflet.mjs", "map.css"], 45_000],
];

for (const [when, names, most] of BUDGETS) {
  test(`${when}, a browser loads ${most / 1000} kB at most`, () => {
    const bytes = names.map((name) => statSync(new URL(`${files.get(name)}.br`, DIST)).size);
    const sum = bytes.reduce((one, other) => one + other);
    assert.ok(sum <= most, `${sum} bytes: ${names.join(", ")}`);
  });
}

test("no style sheet asks for an image, a font or another host", () => {
  for (const name of ["parvis.css", "map.css"]) {
    assert.doesNotMatch(readFileSync(new URL(files.get(name), DIST), "utf8"), /url\(|@font-face|@import/i, name);
  }
});
