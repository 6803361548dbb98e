// The script of maps reads coordinates as the house does: both have the same table.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { position, positions, typed } from "../scripts/coordinates.mjs";

const TABLE = new URL("../../../form/src/kind/map/coordinates.tsv", import.meta.url);

test("lines are read as the house reads them", () => {
  for (const line of readFileSync(TABLE, "utf8").split("\n").filter(Boolean)) {
    const [written, expected] = line.split("\t");
    const read = position(written);
    assert.equal(read ? typed(read) : "", expected, written);
  }
});

test("a text is read line by line, without those that are no position", () => {
  assert.deepEqual(positions("48.1, -1.6\nici\n\n48,2 ; -1,5"), [[48.1, -1.6], [48.2, -1.5]]);
  assert.deepEqual(positions(""), []);
});

test("a position is typed to a millionth of a degree, without zeros that say nothing", () => {
  assert.equal(typed([48.12345678, -1.6]), "48.123457, -1.6");
  assert.equal(typed([-0.0000001, 0.000001]), "0, 0.000001");
});
