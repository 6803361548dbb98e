// What a person does on any page: reads a question, answers it, goes on. Everything is found by what is
// written on the page, as a person finds it.

import assert from "node:assert/strict"

import { troubles } from "../harness/browser.mjs"
import { reflowFindings } from "../harness/reflow.mjs"

/** Writes in the field of this label. */
export async function write(where, label, text) {
  await where.getByLabel(label, { exact: true }).fill(text)
}

/** Writes a date in its three fields. */
export async function writeDate(where, [day, month, year], words = ["Jour", "Mois", "Année"]) {
  await write(where, words[0], day)
  await write(where, words[1], month)
  await write(where, words[2], year)
}

/** Ticks the answer of this label. */
export async function choose(where, label) {
  await where.getByLabel(label, { exact: true }).check()
}

/** The part of a page under this question or title. */
export function under(page, question) {
  return page.getByRole("group", { name: question })
}

/** Presses a button. */
export async function press(where, name) {
  await where.getByRole("button", { name, exact: true }).click()
}

/** Chooses files for the question of this label, and sends them. */
export async function give(page, label, files, button = "Envoyer les fichiers choisis") {
  await page.getByLabel(label).setInputFiles(files)
  await page.getByRole("button", { name: new RegExp(`^${button} ${label.source}`) }).click()
}

/** Follows a link. */
export async function follow(where, name) {
  await where.getByRole("link", { name, exact: true }).first().click()
}

/** The page has this title; nothing went wrong in it. */
export async function arrivedAt(page, title) {
  await page.getByRole("heading", { level: 1, name: title }).waitFor()
  assert.deepEqual(troubles(page), [])
}

/** The page is one that was checked elsewhere: it still fits a small phone. */
export async function looksWell(page) {
  const window = page.viewportSize()
  const findings = [...troubles(page), ...(await reflowFindings(page, 320))]
  await page.setViewportSize(window)
  assert.deepEqual(findings, [])
}

/**
 * The page refuses what was sent: it says so in its title, its summary has the focus, each of its links
 * leads to a field of the page, and these messages are there.
 */
export async function refused(page, ...messages) {
  const summary = page.locator(".govuk-error-summary")
  await summary.waitFor()
  assert.match(await page.title(), /^(Erreur|Error)[\s\u00a0\u202f]?:/)
  assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has no focus")
  const links = summary.getByRole("link")
  for (const hash of await links.evaluateAll((all) => all.map((link) => link.hash))) {
    assert.equal(await page.locator(`[id="${hash.slice(1)}"]`).count(), 1, `${hash} leads nowhere`)
  }
  const text = (await summary.innerText()).replaceAll(/[\s\u00a0\u202f]+/g, " ")
  for (const message of messages) assert.match(text, message)
  await links.first().click()
  const place = await page.evaluate(() => document.activeElement.id)
  assert.equal(`#${place}`, await links.first().evaluate((link) => link.hash), "the link does not lead to its field")
}
