// What stands around every request: the pages of the footer, the two languages, the pages that do not
// exist, and the wall between two communes.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, press, write } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { VILLAGE, at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const FOOTER = [
  ["Accessibilité : non conforme", "accessibility"],
  ["Données personnelles", "personal-data"],
  ["Conditions d’utilisation", "terms"],
  ["Mentions légales", "legal"],
  ["Signaler une faille de sécurité", "security"],
]

let browser, house, page
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser)
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the demonstration shows its communes, its mails and its codes", async () => {
  await page.goto(house.url)
  await checkPage(page, "around-01-communes")
  await page.goto(`${house.url}/dev`)
  await checkPage(page, "around-02-dev", { without: "main" })
})

step("every link of the footer leads to a page of the commune", async () => {
  await page.goto(at(house))
  for (const [link, name] of FOOTER) {
    await page.getByRole("contentinfo").getByRole("link", { name: link }).click()
    await page.getByRole("heading", { level: 1 }).waitFor()
    await checkPage(page, `around-03-${name}`)
  }
})

step("the page stays the same when the language changes, and the choice is kept", async () => {
  await page.goto(at(house, "/demarches/acte-naissance"))
  await follow(page, "English")
  await arrivedAt(page, "Ask for a birth certificate")
  assert.ok(page.url().includes("/demarches/acte-naissance"))
  await page.goto(at(house, "/suivi"))
  assert.equal(await page.locator("html").getAttribute("lang"), "en")
  await follow(page, "Français")
  await arrivedAt(page, "Suivre une demande")
})

step("a page that does not exist says what to do", async () => {
  const answer = await page.goto(at(house, "/demarches/n-existe-pas"))
  assert.equal(answer.status(), 404)
  await checkPage(page, "around-04-not-found")
  const nobody = await page.goto(`${house.url}/nowhere/suivi`)
  assert.equal(nobody.status(), 404)
  await checkPage(page, "around-05-no-commune")
})

step("a request made in the town does not exist in the village", async () => {
  await birth.beginByEmail(page, house, "nora.haddad@example.org")
  await birth.answerAll(page, { name: "Haddad", firstNames: "Nora", born: ["4", "4", "1988"] })
  await follow(page, "Continuer")
  known.number = await birth.deposit(page)
  const here = await page.goto(at(house, `/dossiers/${known.number}`))
  assert.equal(here.status(), 200)
  for (const path of ["", "/recepisse", "/taches", "/decision"]) {
    const there = await page.goto(at(house, `/dossiers/${known.number}${path}`, VILLAGE))
    const text = await page.locator("main").innerText()
    assert.ok(!text.includes("Haddad") && !text.includes("Déposée"), `${path}: ${there.status()}`)
  }
  const cookies = await page.context().cookies()
  for (const cookie of cookies.filter((each) => /session/.test(each.name))) {
    assert.ok(cookie.path !== "/" || cookie.name.includes("rochebrune"), `${cookie.name} serves everywhere`)
  }
})

step("she takes her request back, once she read what it means", async () => {
  const nobody = await page.goto(at(house, "/dossiers/2222-2222"))
  assert.equal(nobody.status(), 404)
  await checkPage(page, "around-07-unknown-file")
  await page.goto(at(house, `/dossiers/${known.number}`))
  await follow(page, "Retirer ma demande")
  await arrivedAt(page, "Voulez-vous retirer cette demande ?")
  await checkPage(page, "around-08-withdraw")
  await press(page, "Retirer ma demande")
  await page.getByText("Retirée").first().waitFor()
  await checkPage(page, "around-09-withdrawn")
})

step("the way back of the village does not know the number of the town", async () => {
  await page.goto(at(house, "/suivi", VILLAGE))
  await write(page, "Numéro de la demande", known.number)
  await choose(page, "Avec mon code de suivi")
  await page.getByLabel("Code de suivi", { exact: true }).fill("ABCD-1234-EFGH")
  await press(page, "Continuer")
  await page.getByRole("link", { name: /ne vont pas ensemble/ }).waitFor()
})

step("an agent of the village is nobody in the town", async () => {
  const agent = await openPage(browser, { width: 1280, height: 800 })
  await signIn(agent, house, "marie.delpech@saint-elme.example", VILLAGE)
  await checkPage(agent, "around-06-queue-of-the-village", { without: "tbody, .govuk-pagination", mask: [[/\d+/g, "N"]] })
  const stranger = await agent.goto(at(house, `/agent/dossiers/${known.number}`, VILLAGE))
  assert.equal(stranger.status(), 404)
  await agent.goto(at(house, `/agent/dossiers/${known.number}`))
  await arrivedAt(agent, "Connexion des agents")
})
