// Two people who use no mouse: one reports a hole in the road, one decides on a request.
// `pressOn` fails when the focus cannot reach what is pressed, or cannot be seen on the way.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt } from "./gestures/answers.mjs"
import { PASSWORD, at, codeOfAgent } from "./gestures/demonstration.mjs"
import { chooseByKeys, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const CLAIRE = "claire.marchand@rochebrune.example"

let browser, house, person, agent
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  person = await openPage(browser, { width: 1280, height: 800 })
  agent = await openPage(browser, { width: 1280, height: 800 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the first stop of every page leads to its content", async () => {
  await person.goto(at(house))
  await pressOn(person, person.getByRole("link", { name: "Aller au contenu" }))
  await person.keyboard.press("Tab")
  assert.equal(await person.evaluate(() => document.activeElement.id), "q")
})

step("she searches and begins", async () => {
  await person.keyboard.type("nid de poule")
  await person.keyboard.press("Enter")
  await pressOn(person, person.getByRole("link", { name: "Signaler un problème dans la rue" }))
  await pressOn(person, person.getByRole("link", { name: "Commencer la démarche" }).first())
  await pressOn(person, person.getByRole("button", { name: "Commencer" }))
  await refusedFromTheSummary(person)
  await chooseByKeys(person, "Je veux rester anonyme")
  await pressOn(person, person.getByRole("button", { name: "Commencer" }))
  await arrivedAt(person, "Notez votre numéro et votre code")
  known.number = await person.locator(".parvis-reference").first().innerText()
  await pressOn(person, person.getByRole("link", { name: "C’est noté, continuer" }))
  await pressOn(person, person.getByRole("link", { name: "Le problème" }))
})

step("she answers every step", async () => {
  await arrivedAt(person, "Le problème")
  await chooseByKeys(person, "Des déchets ou des tags")
  await goOn(person)
  await chooseByKeys(person, "Des gravats")
  await goOn(person)
  await arrivedAt(person, "Le danger")
  await chooseByKeys(person, "Non")
  await goOn(person)
  await arrivedAt(person, "Le lieu")
  await type(person, person.getByLabel("Rue ou lieu-dit"), "quai des Mariniers")
  await type(person, person.getByLabel("Code postal"), "49400")
  await type(person, person.getByLabel("Commune", { exact: true }), "Saumur")
  await goOn(person)
  await arrivedAt(person, "La description")
  await type(person, person.getByLabel(/Décrivez/), "Des gravats sur le trottoir.")
  await goOn(person)
  await arrivedAt(person, "Une photo")
  await goOn(person)
  await arrivedAt(person, "La suite")
  await chooseByKeys(person, "Non")
  await goOn(person)
})

step("she checks, declares and deposits", async () => {
  await pressOn(person, person.getByRole("link", { name: "Vérifier et envoyer" }).first())
  await arrivedAt(person, "Vérifiez vos réponses")
  await pressOn(person, person.getByRole("main").getByRole("link", { name: "Continuer", exact: true }))
  await pressOn(person, person.getByLabel("Je le déclare"), "Space")
  await pressOn(person, person.getByRole("button", { name: /Déposer/ }))
  await person.getByText(known.number).first().waitFor()
  await arrivedAt(person, /déposée/)
})

step("the agent signs in and opens a request under instruction", async () => {
  await agent.goto(at(house, "/agent"))
  await type(agent, agent.getByLabel("Adresse électronique professionnelle"), CLAIRE)
  await type(agent, agent.getByLabel("Mot de passe"), PASSWORD)
  await agent.keyboard.press("Enter")
  await arrivedAt(agent, "Code de votre application")
  await type(agent, agent.getByLabel("Code à six chiffres"), await codeOfAgent(house, CLAIRE))
  await agent.keyboard.press("Enter")
  await arrivedAt(agent, /demandes à traiter/)
  await pressOn(agent, agent.getByRole("link", { name: /^En cours d’instruction/ }))
  await arrivedAt(agent, /État civil/)
  await pressOn(agent, agent.getByRole("rowheader").getByRole("link").first())
})

step("the agent decides, and is asked to read before", async () => {
  await pressOn(agent, agent.getByRole("link", { name: "Décider" }))
  await arrivedAt(agent, "Décider")
  await pressOn(agent, agent.getByRole("button", { name: "Relire la décision" }))
  await refusedFromTheSummary(agent)
  await chooseByKeys(agent, "Acceptée")
  await pressOn(agent, agent.getByRole("button", { name: "Relire la décision" }))
  await agent.getByText("Voici la décision telle que la personne la lira.").waitFor()
  await pressOn(agent, agent.getByRole("button", { name: "Prendre cette décision" }))
  await agent.getByText("La décision est prise.").waitFor()
})

async function refusedFromTheSummary(page) {
  await page.locator(".govuk-error-summary").waitFor()
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT")
}

async function type(page, field, text) {
  await tabTo(page, field)
  await page.keyboard.press("Control+A")
  await page.keyboard.type(text)
}

async function goOn(page) {
  await pressOn(page, page.getByRole("button", { name: "Continuer", exact: true }))
}
