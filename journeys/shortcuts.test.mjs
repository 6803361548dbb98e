// An agent whose hands stay on the keyboard: single keys in the list and on the files, others of her own, none at all.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, looksWell, press, refused } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const CLAIRE = "claire.marchand@rochebrune.example"

let browser, house, agent
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  agent = await openPage(browser, { width: 1280, height: 800 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

/** Presses a key that leads to another page. */
async function leadsTo(key, path) {
  await Promise.all([agent.waitForURL(path), agent.keyboard.press(key)])
}

/** The number of the file on whose line the focus is. */
function focused() {
  return agent.evaluate(() => document.activeElement.textContent)
}

step("the help page says every key, and is a key away", async () => {
  await signIn(agent, house, CLAIRE)
  await leadsTo("?", /\/agent\/raccourcis$/)
  await arrivedAt(agent, "Raccourcis clavier")
  await checkPage(agent, "shortcuts-01-help")
})

step("j and k walk the list, o opens, and the same keys go from file to file", async () => {
  await agent.goto(at(house, "/agent"))
  const numbers = await agent.locator("[data-row]").allTextContents()
  await agent.keyboard.press("j")
  assert.equal(await focused(), numbers[0])
  await agent.keyboard.press("j")
  await agent.keyboard.press("j")
  await agent.keyboard.press("k")
  assert.equal(await focused(), numbers[1])
  await leadsTo("o", new RegExp(`/agent/dossiers/${numbers[1]}$`))
  await leadsTo("j", new RegExp(`/agent/dossiers/${numbers[2]}$`))
  await leadsTo("k", new RegExp(`/agent/dossiers/${numbers[1]}$`))
  known.number = numbers[1]
})

step("a key takes the file", async () => {
  if (await agent.getByRole("button", { name: "Prendre ce dossier" }).isVisible()) {
    await leadsTo("m", /fait=pris/)
  }
  await agent.getByText("Claire Marchand (vous)").or(agent.getByText("Claire Marchand")).first().waitFor()
})

step("no key does anything in a field, with another key, or over what was typed", async () => {
  await leadsTo("e", /\/echanges#texte$/)
  const text = agent.locator("main textarea").first()
  await text.fill("")
  await text.pressSequentially("jkolmpend?/")
  assert.equal(await text.inputValue(), "jkolmpend?/")
  await agent.locator("h1").click()
  await agent.keyboard.press("j")
  await agent.keyboard.press("l")
  await text.fill("")
  await agent.locator("h1").click()
  await agent.keyboard.press("Control+j")
  await agent.keyboard.press("Alt+l")
  await agent.waitForTimeout(300)
  assert.match(agent.url(), new RegExp(`${known.number}/echanges`))
})

step("the search is a key away, and the key is not typed in it", async () => {
  await leadsTo("l", /\/agent$/)
  await agent.keyboard.press("/")
  assert.equal(await agent.evaluate(() => document.activeElement.id), "q")
  await agent.keyboard.type("jk")
  assert.equal(await agent.locator("#q").inputValue(), "jk")
})

step("she chooses another key, not one that serves already", async () => {
  await agent.goto(at(house, "/agent/raccourcis"))
  const next = agent.getByLabel("Demande suivante, dans la liste ou d’une demande à l’autre")
  await next.fill("k")
  await press(agent, "Enregistrer")
  await refused(agent, /sert déjà/)
  await looksWell(agent)
  await next.fill("s")
  await press(agent, "Enregistrer")
  await agent.getByText("Vos raccourcis sont enregistrés").waitFor()
  await agent.goto(at(house, "/agent"))
  await agent.keyboard.press("j")
  assert.notEqual(await focused(), await agent.locator("[data-row]").first().textContent())
  await agent.keyboard.press("s")
  assert.equal(await focused(), await agent.locator("[data-row]").first().textContent())
})

step("she switches them off", async () => {
  await agent.goto(at(house, "/agent/raccourcis"))
  await agent.getByLabel("Utiliser les raccourcis").uncheck()
  await press(agent, "Enregistrer")
  await agent.getByText("Vos raccourcis sont enregistrés").waitFor()
  await agent.goto(at(house, "/agent"))
  await agent.keyboard.press("s")
  await agent.keyboard.press("?")
  await agent.waitForTimeout(300)
  assert.match(agent.url(), /\/agent$/)
  assert.equal(await agent.evaluate(() => document.activeElement.tagName), "BODY")
})
