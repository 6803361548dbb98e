// Somebody opens an account, adds a passkey, and comes back with it: no password, no code. The device is Chromium's own, in software.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, press, write } from "./gestures/answers.mjs"
import { giveCode } from "./gestures/birth.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const ADDRESS = "ines.martin@example.org"
const SENTENCE = "la glycine refleurit sous la pluie"
const OFFER = "Se connecter avec une clé d’accès"

let browser, house, page, device
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser)
  device = await plugIn(page)
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

/** The same demonstration by a name: no browser gives a passkey to an address in figures. */
function named(path) {
  return `${house.url.replace("127.0.0.1", "localhost")}/rochebrune${path}`
}

/** A device that keeps passkeys and checks its holder. */
async function plugIn(page) {
  const session = await page.context().newCDPSession(page)
  await session.send("WebAuthn.enable")
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options: { ...options, automaticPresenceSimulation: true } })
  return {
    /** Whether its holder unlocks it when it asks. */
    unlocks: (isUserVerified) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    keys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  }
}

async function signOut() {
  await page.goto(named("/compte/securite"))
  await press(page, "Me déconnecter")
  await arrivedAt(page, "Se connecter à mon compte")
}

/** The home page of the account; the sign-in page has its words in its title too. */
async function atHome() {
  await page.waitForURL((url) => url.pathname.endsWith("/compte"))
  await arrivedAt(page, "Mon compte")
}

step("she opens an account", async () => {
  await page.goto(named("/compte/ouvrir"))
  await write(page, "Adresse électronique", ADDRESS)
  await press(page, "Recevoir un code")
  await giveCode(page, house, ADDRESS)
  await arrivedAt(page, "Choisissez un mot de passe")
  await write(page, "Nouveau mot de passe", SENTENCE)
  await press(page, "Ouvrir mon compte")
  await page.getByText("Vous n’avez encore rien ici").waitFor()
})

step("she adds a passkey, gives it a name and keeps her recovery codes", async () => {
  await page.goto(named("/compte/securite"))
  await checkPage(page, "passkey-01-security")
  await page.goto(named("/compte/cles"))
  await checkPage(page, "passkey-02-none")
  await page.getByRole("link", { name: "Ajouter une clé d’accès" }).click()
  await arrivedAt(page, "Ajouter une clé d’accès")
  await checkPage(page, "passkey-03-adding")
  await write(page, "Nom de la clé", "Téléphone")
  await press(page, "Ajouter une clé d’accès")
  await arrivedAt(page, "Gardez vos codes de secours")
  assert.equal(await page.locator("ol strong").count(), 10)
  const [key] = await device.keys()
  assert.equal(key.rpId, "localhost")
  assert.equal(key.isResidentCredential, true)
})

step("the same device cannot be added twice, and it is said", async () => {
  await page.goto(named("/compte/cles/ajouter"))
  await press(page, "Ajouter une clé d’accès")
  await page.getByText("Cet appareil a déjà une clé d’accès pour ce site.").waitFor()
  assert.equal((await device.keys()).length, 1)
})

step("she comes back with it: no password is asked", async () => {
  await signOut()
  await checkPage(page, "passkey-04-sign-in")
  await press(page, OFFER)
  await atHome()
  await page.goto(named("/compte/cles"))
  await page.getByText("Dernière connexion").waitFor()
  await checkPage(page, "passkey-05-list")
})

step("she changes her mind: nothing happens, and it is said", async () => {
  await signOut()
  await device.unlocks(false)
  await press(page, OFFER)
  await page.getByText("Rien n’a été fait").waitFor()
  await checkPage(page, "passkey-06-cancelled")
  await device.unlocks(true)
  await press(page, OFFER)
  await atHome()
})

step("it is her second step too, after the password", async () => {
  await signOut()
  await write(page, "Adresse électronique", ADDRESS)
  await write(page, "Mot de passe", SENTENCE)
  await page.getByRole("button", { name: "Se connecter", exact: true }).click()
  await arrivedAt(page, "Deuxième étape")
  await checkPage(page, "passkey-07-second-step")
  await press(page, OFFER)
  await atHome()
})

step("she removes it: the device still has it, and it opens nothing", async () => {
  await page.goto(named("/compte/cles"))
  await page.getByRole("link", { name: "Retirer Téléphone" }).click()
  await arrivedAt(page, "Retirer une clé d’accès")
  await checkPage(page, "passkey-08-removing")
  await press(page, "Retirer la clé")
  await page.getByText("La clé d’accès est retirée").waitFor()
  await signOut()
  await press(page, OFFER)
  await page.getByText("n’ouvre pas de compte ici").first().waitFor()
  await checkPage(page, "passkey-09-unknown")
})

step("without a script, and at an address in figures, no button promises anything", async () => {
  const plain = await openPage(browser, { script: false })
  await plain.goto(named("/compte/connexion"))
  assert.equal(await plain.getByRole("button", { name: OFFER }).isVisible(), false)
  assert.equal(await plain.getByRole("button", { name: "Se connecter", exact: true }).isVisible(), true)
  await page.goto(`${house.url}/rochebrune/compte/connexion`)
  assert.equal(await page.getByRole("button", { name: OFFER }).count(), 0)
})
