// The secretary of a town starts Parvis on an empty folder, sets it up, and puts a first procedure on line.

import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { after, before } from "node:test"

import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

let browser, house, page
before(async () => {
  house = await startHouse({ empty: true })
  browser = await openBrowser()
  page = await openPage(browser)
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

const go = (name) => page.getByRole("button", { name }).click()

step("a person who comes too early is told that the service is not open", async () => {
  const answer = await page.goto(`${house.url}/installation/pas-encore`)
  assert.equal(answer.status(), 503)
  await checkPage(page, "first-00-not-open")
})

step("who stands at the machine begins at once", async () => {
  await page.goto(house.url)
  await checkPage(page, "first-01-welcome")
  await page.getByRole("link", { name: "Commencer" }).click()
})

step("what is forgotten is said, then the organisation is described", async () => {
  await go("Continuer")
  await page.locator(".govuk-error-summary").waitFor()
  await checkPage(page, "first-02-errors")
  await page.getByLabel("Nom de l’organisation").fill("Commune de Saint-Aubin")
  await page.getByLabel("Adresse électronique de contact").fill("mairie@saint-aubin.example")
  await page.getByLabel("Téléphone").fill("04 65 71 00 00")
  await checkPage(page, "first-03-organisation")
  await go("Continuer")
  await checkPage(page, "first-04-service")
  await go("Continuer")
})

step("the secretary opens her account and protects it", async () => {
  await page.getByLabel("Prénom").fill("Odile")
  await page.getByLabel("Nom de famille").fill("Prat")
  await page.getByLabel("Qualité").fill("Secrétaire générale")
  await page.getByLabel("Votre adresse électronique").fill("odile.prat@saint-aubin.example")
  await page.getByLabel("Mot de passe", { exact: true }).fill("Trois-hérons-sur-la-jetée")
  await page.getByLabel("Le même mot de passe").fill("Trois-hérons-sur-la-jetée")
  await checkPage(page, "first-05-administrator")
  await go("Créer et protéger mon compte")
  const key = await page.locator("strong.parvis-reference").innerText()
  await page.locator("input[name=code]").fill(codeOf(key.replaceAll(/\s/g, "")))
  await page.locator("main form button").click()
  await page.getByRole("heading", { name: "Mise en route" }).waitFor()
  await checkPage(page, "first-06-begin")
})

step("a first procedure is on line", async () => {
  await page.getByRole("link", { name: "Publier une première démarche" }).click()
  await page.getByLabel("Signaler un problème dans la rue").check()
  await page.getByLabel(/J’ai lu cette démarche/).check()
  await checkPage(page, "first-07-publish")
  await go("Publier")
  await page.getByText("La démarche est en ligne").waitFor()
  await page.goto(`${house.url}/commune-de-saint-aubin/demarches/signaler-un-probleme`)
  await page.getByRole("heading", { name: "Signaler un problème dans la rue" }).waitFor()
})

step("nobody sets it up again", async () => {
  const answer = await page.goto(`${house.url}/installation/organisation`)
  assert.equal(answer.status(), 404)
  await checkPage(page, "first-08-over")
})

/** The code of now for a key in base 32 (RFC 6238). */
function codeOf(key) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("")
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac("sha1", bytes).update(counter).digest()
  const at = mac.at(-1) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}
