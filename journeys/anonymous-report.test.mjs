// A passer-by who reads English reports a hole in the road, gives no name, and keeps a code.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, give, press, refused } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { photograph, tellsWhere } from "./gestures/files.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

let browser, house, page
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser, { language: "en-GB" })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the pages speak the language of the browser", async () => {
  await page.goto(at(house))
  assert.equal(await page.locator("html").getAttribute("lang"), "en")
  await checkPage(page, "report-01-home")
  await page.getByRole("searchbox").fill("pot hole")
  await page.getByRole("searchbox").press("Enter")
  await follow(page, "Report a problem in the street")
  // How many people answered depends on the day: what is told of them too.
  const share = /\d+% of the \d+ people who answered over a year say that they are\.|Not enough answers yet to say\./g
  await checkPage(page, "report-02-presentation", { mask: [[share, "SHARE"]] })
  await follow(page, "Start")
})

step("nobody asks who he is", async () => {
  await choose(page, "I want to stay anonymous")
  await checkPage(page, "report-03-start")
  await press(page, "Begin")
  await page.locator(".parvis-reference").nth(1).waitFor()
  await checkPage(page, "report-04-number-and-code")
  await follow(page, "I have noted it, go on")
  await follow(page, "The problem")
  await arrivedAt(page, "The problem")
})

step("he says what it is and where", async () => {
  await choose(page, "The road or the pavement")
  await press(page, "Continue")
  await choose(page, "A hole")
  await checkPage(page, "report-05-problem")
  await press(page, "Continue")
  await arrivedAt(page, "The danger")
  await choose(page, "Yes")
  await press(page, "Continue")
  await page.getByText("call 112 now").waitFor()
  await press(page, "Continue")
  await arrivedAt(page, "The place")
  await page.getByLabel(/Street/).fill("rue des Tanneurs")
  await page.getByLabel(/Postcode/).fill("49400")
  await page.getByLabel(/^(Commune|Town)/).fill("Saumur")
  await press(page, "Continue")
  await arrivedAt(page, "The description")
  await page.getByLabel(/Describe what you see/).fill("A deep hole, near the middle of the road.")
  await checkPage(page, "report-06-description")
  await press(page, "Continue")
})

step("his photograph no longer says where and when it was taken", async () => {
  await arrivedAt(page, "A photo")
  const taken = await photograph(browser, "hole.jpg")
  assert.ok(tellsWhere(taken.buffer))
  await give(page, /Add a photo/, taken, "Send the chosen files")
  const link = page.getByRole("link", { name: "hole.jpg" })
  await link.waitFor()
  const kept = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href)
  assert.equal(kept.status(), 200)
  assert.ok(!tellsWhere(await kept.body()))
  await checkPage(page, "report-07-photo", { mask: [[/\d+([,.]\d+)? (kB|KB|B)\b/g, "SIZE"]] })
  await press(page, "Continue")
})

step("he deposits, and no silence of the law is promised", async () => {
  await arrivedAt(page, "What comes next")
  await choose(page, "No")
  await press(page, "Continue")
  await follow(page, "Check and send")
  await checkPage(page, "report-08-check", { mask: [[/\d+([,.]\d+)? (kB|KB|B)\b/g, "SIZE"]] })
  await page.getByRole("main").getByRole("link", { name: "Continue", exact: true }).click()
  await page.getByRole("checkbox").check()
  await page.getByRole("main").getByRole("button").last().click()
  await page.locator(".govuk-panel").waitFor()
  await checkPage(page, "report-09-receipt")
})

step("an agent of the street service closes it and says what was done", async () => {
  known.number = await page.locator(".parvis-reference").first().innerText()
  const agent = await openPage(browser, { width: 1280, height: 800 })
  await signIn(agent, house, "nadia.ferhat@rochebrune.example")
  await agent.goto(at(house, `/agent/dossiers/${known.number}`))
  await checkPage(agent, "report-10-agent", { mask: [[/\d+([,.]\d+)? (ko|o)\b/g, "SIZE"]] })
  await follow(agent, "Clore sans décision")
  await arrivedAt(agent, "Clore sans décision")
  await press(agent, "Continuer")
  await refused(agent, /pourquoi le dossier est clos/)
  await checkPage(agent, "report-11-close-refused")
  await choose(agent, "Le problème est réglé")
  await press(agent, "Continuer")
  await agent.getByText("Un dossier clos ne se rouvre pas.").waitFor()
  await checkPage(agent, "report-12-close")
  await press(agent, "Clore le dossier")
  await agent.getByText("Le dossier est clos.").waitFor()
})

step("whoever reported it reads that it is done", async () => {
  await page.goto(at(house, `/dossiers/${known.number}`))
  await page.getByText("The problem is solved").first().waitFor()
  await checkPage(page, "report-13-closed", { mask: [[/\d+([,.]\d+)? (kB|KB|B)\b/g, "SIZE"]] })
})
