// A man without e-mail comes to the desk; later he calls, and at home he follows his request alone.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, looksWell, press, refused, write } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { asPaper, checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const ODILE = "odile.prat@rochebrune.example"
const MARCEL = { name: "Aubertin", firstNames: "Marcel", born: ["7", "11", "1941"] }

let browser, house, desk
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  desk = await openPage(browser, { width: 1280, height: 800 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the agent of the desk begins with him, and hands him his number and his code", async () => {
  await signIn(desk, house, ODILE)
  await follow(desk, "Guichet")
  await arrivedAt(desk, "Guichet")
  await checkPage(desk, "guichet-01-home")
  await follow(desk, "Commencer une démarche")
  await press(desk, "Commencer")
  await refused(desk, /comment vous êtes en contact/, /une démarche/)
  await checkPage(desk, "guichet-02-begin-refused")
  await choose(desk, "Au guichet")
  await desk.getByLabel("Quelle démarche ?").selectOption({ label: "Demander un acte de naissance" })
  await press(desk, "Commencer")
  await arrivedAt(desk, "Notez votre numéro et votre code")
  await desk.getByText("Au guichet avec une personne.").waitFor()
  await checkPage(desk, "guichet-03-number-and-code")
  known.number = await desk.locator(".parvis-reference").nth(0).innerText()
  known.code = await desk.locator(".parvis-reference").nth(1).innerText()
  const printed = await asPaper(desk, "guichet-03-number-and-code")
  assert.equal(printed.pages, 1)
  await follow(desk, "C’est noté, continuer")
})

step("the questions are those of everybody; somebody else comes, and she finishes with him first", async () => {
  await arrivedAt(desk, /Pour qui est cette demande/)
  await choose(desk, "Pour la personne qui est avec moi")
  await checkPage(desk, "guichet-04-for-whom")
  await write(desk, "Votre nom de famille", MARCEL.name)
  await write(desk, "Vos prénoms", MARCEL.firstNames)
  await press(desk, "Continuer")
  await arrivedAt(desk, "Demander un acte de naissance")
  await desk.getByRole("button", { name: "Terminer" }).click()
  await arrivedAt(desk, "Guichet")
  await desk.getByText("Vous avez terminé avec cette personne.").waitFor()
  await desk.goto(at(house, `/dossiers/${known.number}/taches`))
  assert.ok(!(await desk.getByText(MARCEL.name).count()), "his name is still shown")
})

step("she takes his draft up again, and they deposit it", async () => {
  await desk.goto(at(house, "/agent/guichet"))
  await checkPage(desk, "guichet-05-drafts")
  await desk.getByRole("button", { name: `Reprendre ${known.number}` }).click()
  await arrivedAt(desk, "Demander un acte de naissance")
  await follow(desk, "Le document")
  await birth.whichDocument(desk)
  await birth.whoIsBorn(desk, MARCEL)
  await birth.bornHere(desk)
  await birth.whereToSend(desk)
  await birth.check(desk)
  await follow(desk, "Continuer")
  await desk.getByText("Lisez ce qui suit à la personne").waitFor()
  await looksWell(desk)
  assert.equal(await birth.deposit(desk), known.number)
  await desk.getByText(known.code).waitFor()
  await checkPage(desk, "guichet-06-receipt")
})

step("he calls: she takes the request up with his code", async () => {
  await desk.goto(at(house, "/agent/guichet/reprendre"))
  await choose(desk, "Au téléphone")
  await write(desk, "Numéro du dossier", known.number)
  await write(desk, "Code de suivi", "0000-0000-0000")
  await press(desk, "Reprendre")
  await refused(desk, /n’ouvrent aucun dossier/)
  await checkPage(desk, "guichet-07-resume-refused")
  await choose(desk, "Au téléphone")
  await write(desk, "Code de suivi", known.code)
  await press(desk, "Reprendre")
  await desk.getByText("Au téléphone avec une personne.").waitFor()
  await arrivedAt(desk, /acte de naissance/)
})

step("at home he reads who helped him, and by which door", async () => {
  const his = await openPage(browser, { width: 320, height: 640 })
  await his.goto(at(house, "/suivi"))
  await his.getByLabel("Numéro de la demande").fill(known.number)
  await choose(his, "Avec mon code de suivi")
  await his.getByLabel("Code de suivi", { exact: true }).fill(known.code)
  await press(his, "Continuer")
  await arrivedAt(his, /acte de naissance/)
  await his.getByText("au guichet, avec un agent").first().waitFor()
})
