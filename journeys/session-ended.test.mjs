// Somebody is called away in the middle of a step; when he sends it, his session has ended.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, press, write, writeDate } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const ADDRESS = "marc.petit@example.org"
const MARC = { name: "Petit", firstNames: "Marc", born: ["1", "5", "1950"] }

let browser, house, page
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser)
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("he fills in half of a step", async () => {
  await birth.beginByEmail(page, house, ADDRESS)
  await birth.forMyself(page, MARC)
  await birth.whichDocument(page)
  await arrivedAt(page, "La personne née")
  await write(page, "Nom de famille", "Petit-Jean")
  await write(page, "Prénoms", "Marc Antoine")
  await writeDate(page, MARC.born)
})

step("his session ends; what he sends is kept, and he is told so", async () => {
  await page.context().clearCookies()
  await press(page, "Continuer")
  await arrivedAt(page, "Suivre une demande")
  await page.getByText("Rien n’est perdu").waitFor()
  await checkPage(page, "ended-01-nothing-is-lost")
})

step("he proves who he is and finds the same step with what he had typed", async () => {
  await choose(page, "Par courriel")
  await write(page, "Votre adresse électronique", ADDRESS)
  await press(page, "Continuer")
  await birth.giveCode(page, house, ADDRESS)
  await arrivedAt(page, "La personne née")
  assert.equal(await page.getByLabel("Nom de famille").inputValue(), "Petit-Jean")
  assert.equal(await page.getByLabel("Prénoms").inputValue(), "Marc Antoine")
  assert.equal(await page.getByLabel("Année").inputValue(), "1950")
  await press(page, "Continuer")
  await arrivedAt(page, "Le lieu de naissance")
})
