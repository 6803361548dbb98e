// What a screen reader is given (roles, names, states), kept in `snapshots/` and compared at every run.
// `UPDATE=1` writes it anew: look at the difference before committing it.

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const FOLDER = fileURLToPath(new URL("../snapshots/", import.meta.url))
const UPDATE = process.env.UPDATE === "1"

const MONTHS =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|" +
  "January|February|March|April|May|June|July|August|September|October|November|December"

/** Masked before anything else: a mask of figures would leave the letters of an identifier. */
const IDENTIFIER = [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "ID"]

/** What changes from one run to the next. A journey adds its own with `mask`. */
const MASKS = [
  // Who else has a dossier before their eyes depends on how long the journey takes.
  [/^ *- paragraph: .* consulte ce dossier depuis .*\n/gm, ""],
  [/http:\/\/(127\.0\.0\.1|localhost):\d+/g, "http://HOST"],
  [/127\.0\.0\.1%3A\d+/g, "HOST"],
  [/id_token_hint=[\w.-]+/g, "id_token_hint=TOKEN"],
  [/\bstate=[0-9a-f]{32}\b/g, "state=STATE"],
  [new RegExp(`\\b(1er|\\d{1,2})[\\s\\u00a0\\u202f](${MONTHS})[\\s\\u00a0\\u202f]\\d{4}`, "g"), "DATE"],
  [/\b\d{1,2}[\s\u00a0\u202f]?(h|:)[\s\u00a0\u202f]?\d{2}\b/g, "TIME"],
  [/\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\b/g, "CODE"],
  [/(?<=\b|%3D)[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g, "NUMBER"],
]

/**
 * Compares the accessibility tree of the page with the one kept; the findings say where they part.
 * `without` leaves out what depends on the day, such as the rows of a queue.
 */
export async function snapshotFindings(page, name, { mask = [], without, folder = FOLDER, update = UPDATE } = {}) {
  const seen = masked(await treeWithout(page, without), [IDENTIFIER, ...mask, ...MASKS]) + "\n"
  const path = join(folder, `${name}.yaml`)
  if (update) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, seen)
    return []
  }
  const kept = await readFile(path, "utf8").catch(() => null)
  if (kept === null) return [`no snapshot ${name}.yaml: look at the page, then run with UPDATE=1`]
  return kept === seen ? [] : [`the accessibility tree changed (UPDATE=1 when it should):\n${difference(kept, seen)}`]
}

async function treeWithout(page, selector) {
  if (!selector) return page.locator("body").ariaSnapshot()
  const parts = page.locator(selector)
  await parts.evaluateAll((all) => all.forEach((part) => part.setAttribute("aria-hidden", "true")))
  const tree = await page.locator("body").ariaSnapshot()
  await parts.evaluateAll((all) => all.forEach((part) => part.removeAttribute("aria-hidden")))
  return tree
}

/** The snapshots kept that no page of these names was compared with. */
export async function leftOver(names) {
  const kept = await readdir(FOLDER).catch(() => [])
  return kept.filter((file) => !names.includes(file.replace(/\.yaml$/, "")))
}

function masked(text, masks) {
  return masks.reduce((before, [pattern, replacement]) => before.replaceAll(pattern, replacement), text)
}

/** The lines between what both texts begin and end with. */
function difference(kept, seen) {
  const [before, after] = [kept.split("\n"), seen.split("\n")]
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const lines = (sign, all) => all.slice(start, all.length - end).map((line) => `  ${sign} ${line}`)
  return [`  line ${start + 1}`, ...lines("-", before), ...lines("+", after)].join("\n")
}
