// A person shows a place on a map, with the keyboard alone; another takes the position of a phone, or is refused it. An agent sees it.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, press } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { startTiles } from "./gestures/tiles.mjs"
import { checkPage, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const NADIA = "nadia.ferhat@rochebrune.example"

let browser, house, tiles, person, agent
const known = {}
before(async () => {
  tiles = await startTiles()
  const environment = {
    PARVIS_MAP_TILES: tiles.url,
    PARVIS_MAP_ATTRIBUTION: "© Cartographes <d'essai>",
    PARVIS_MAP_VIEW: "43.95, 4.80, 13",
    PARVIS_MAP_LOOPBACK: "true",
  }
  house = await startHouse({ environment })
  browser = await openBrowser()
  person = await openPage(browser, { width: 360, height: 740 })
  agent = await openPage(browser, { width: 1280, height: 800 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
  await tiles?.stop()
})

step("she comes to the question about the place, and no image was asked for", async () => {
  await person.goto(at(house, "/demarches/signaler-un-probleme"))
  await follow(person, "Commencer la démarche")
  await choose(person, "Je veux rester anonyme")
  await press(person, "Commencer")
  known.number = await person.locator(".parvis-reference").first().innerText()
  await follow(person, "C’est noté, continuer")
  await follow(person, "Le problème")
  await choose(person, "Des déchets ou des tags")
  await goOn()
  await choose(person, "Des gravats")
  await goOn()
  await arrivedAt(person, "Le danger")
  await choose(person, "Non")
  await goOn()
  await arrivedAt(person, "Le lieu")
  await person.getByRole("button", { name: "Montrer sur une carte" }).waitFor()
  await checkPage(person, "map-01-question", { mask: [[/127\.0\.0\.1:\d+/g, "HOST"]] })
  assert.deepEqual(tiles.asked, [])
  const loaded = await person.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name))
  assert.ok(loaded.every((name) => !/leaflet|map\.[0-9a-f]+\.css/.test(name)), loaded.join("\n"))
})

step("refused its position, the device says so plainly", async () => {
  await pressOn(person, person.getByRole("button", { name: "Utiliser ma position" }))
  await said(/n’a pas le droit de donner votre position/)
  assert.equal(await coordinates().inputValue(), "")
})

step("with the keyboard, she opens the map and puts a point under the cross", async () => {
  await pressOn(person, person.getByRole("button", { name: "Montrer sur une carte" }))
  const map = person.getByRole("application", { name: "Carte" })
  await map.waitFor()
  await person.waitForFunction(() => document.activeElement.hasAttribute("data-map-ground"))
  await drawnTiles()
  await person.keyboard.press("Enter")
  await said(/Point placé\s: 43\.95, 4\.8\b/)
  assert.equal(await coordinates().inputValue(), "43.95, 4.8")
  await person.keyboard.press("ArrowRight")
  await person.keyboard.press("ArrowDown")
  await person.waitForTimeout(400)
  await person.keyboard.press("Enter")
  const moved = await coordinates().inputValue()
  const [latitude, longitude] = moved.split(", ").map(Number)
  assert.ok(latitude < 43.95 && longitude > 4.8, moved)
  assert.equal(await person.locator(".parvis-map__drawn").count(), 1, "one point replaces the other")
  assert.ok(await coordinates().isVisible(), "what was written is shown")
  assert.match(await person.locator(".leaflet-control-attribution").innerText(), /© Cartographes <d'essai>/)
  await checkPage(person, "map-02-drawn", { mask: [[/127\.0\.0\.1:\d+/g, "HOST"]] })
  known.point = moved
})

step("the map follows what is typed, and leaves by Tab", async () => {
  await coordinates().fill("43,96 N ; 4,81 E")
  const before = await person.locator("path.parvis-map__drawn").getAttribute("d")
  await coordinates().fill("43,951 ; 4,801")
  assert.notEqual(await person.locator("path.parvis-map__drawn").getAttribute("d"), before)
  await tabTo(person, person.getByRole("button", { name: "Tout effacer" }))
  await person.keyboard.press("Enter")
  await said(/Les coordonnées sont effacées/)
  assert.equal(await person.locator(".parvis-map__drawn").count(), 0)
})

step("a touch puts the point, and her phone may give her position", async () => {
  await person.getByRole("application", { name: "Carte" }).click({ position: { x: 100, y: 100 } })
  await said(/Point placé/)
  await person.context().grantPermissions(["geolocation"], { origin: house.url })
  await person.context().setGeolocation({ latitude: 43.9509, longitude: 4.8059, accuracy: 24 })
  await press(person, "Utiliser ma position")
  await said(/43\.9509, 4\.8059, à\s24\sm\sprès/)
  assert.equal(await coordinates().inputValue(), "43.9509, 4.8059")
  assert.ok(tiles.asked.every(({ referer }) => !referer), "the server of tiles is not told where from")
})

step("she sends her report", async () => {
  await goOn()
  await arrivedAt(person, "La description")
  await person.getByLabel(/Décrivez/).fill("Un tas de gravats sur le trottoir.")
  await goOn()
  await arrivedAt(person, "Une photo")
  await goOn()
  await arrivedAt(person, "La suite")
  await choose(person, "Non")
  await goOn()
  await follow(person, "Vérifier et envoyer")
  await person.getByText("43.9509, 4.8059").waitFor()
  await person.getByRole("main").getByRole("link", { name: "Continuer", exact: true }).click()
  await person.getByRole("checkbox").check()
  await person.getByRole("main").getByRole("button").last().click()
  await person.locator(".govuk-panel").waitFor()
})

step("an agent sees the place, and asks for its images by a press", async () => {
  await signIn(agent, house, NADIA)
  tiles.asked.splice(0)
  await agent.goto(at(house, `/agent/dossiers/${known.number}`))
  await agent.getByText("43.9509, 4.8059").first().waitFor()
  assert.deepEqual(tiles.asked, [])
  await pressOn(agent, agent.getByRole("button", { name: /Voir sur une carte/ }))
  await agent.locator("path.parvis-map__drawn").waitFor()
  assert.ok(tiles.asked.length > 0)
  await agent.locator(".leaflet-tile-loaded").first().waitFor()
  await checkPage(agent, "map-03-agent", { mask: [[/127\.0\.0\.1:\d+/g, "HOST"]], without: "aside" })
})

function coordinates() {
  return person.locator("#place-coordinates")
}

async function goOn() {
  await press(person, "Continuer")
}

async function said(words) {
  const place = person.locator("[data-map-said]")
  await place.filter({ hasText: words }).waitFor()
}

async function drawnTiles() {
  await person.locator(".leaflet-tile-loaded").first().waitFor()
}
