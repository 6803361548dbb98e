// The same request without any script: an old telephone, a strict browser, a network that drops files.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, press, refused, write } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { at } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const ADDRESS = "ali.benali@example.org"
const ALI = { name: "Ben Ali", firstNames: "Ali", born: ["9", "10", "1965"] }

let browser, house, page
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser, { script: false, width: 320, height: 640 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("he searches and begins", async () => {
  await page.goto(at(house))
  await write(page, "Dites-le avec vos mots", "extrait de naissance")
  await press(page, "Chercher")
  await follow(page, "Demander un acte de naissance")
  await checkPage(page, "noscript-01-presentation")
  await birth.beginByEmail(page, house, ADDRESS)
})

step("he answers; what the law refuses is told at once, and he goes back to what it gives to everybody", async () => {
  await birth.forMyself(page, ALI)
  await arrivedAt(page, "Le document")
  await press(page, "Continuer")
  await refused(page, /Quel document/, /exemplaires/)
  await checkPage(page, "noscript-02-document-refused")
  await birth.whichDocument(page, "Un extrait avec filiation")
  await arrivedAt(page, "Votre lien avec la personne")
  await choose(page, "Une autre personne")
  await press(page, "Continuer")
  await page.getByText("La loi ne permet pas de vous remettre ce document").waitFor()
  await checkPage(page, "noscript-03-ineligible")
  await follow(page, "Corriger mes réponses")
  await follow(page, "Retour")
  await birth.whichDocument(page)
  await birth.whoIsBorn(page, ALI)
  await birth.bornHere(page)
  await birth.whereToSend(page)
})

step("he deposits and reads his receipt; no button is there that would do nothing", async () => {
  await birth.check(page)
  await follow(page, "Continuer")
  await birth.deposit(page)
  assert.equal(await page.getByRole("button", { name: "Imprimer le récépissé" }).count(), 0)
  await checkPage(page, "noscript-04-receipt")
  await follow(page, "Suivre ma demande")
  await checkPage(page, "noscript-05-follow")
})
