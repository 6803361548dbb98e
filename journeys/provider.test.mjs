// A town opens the sign-in of its agents to its own identity provider; an agent comes in by it, and leaves it too.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, follow, press, write } from "./gestures/answers.mjs"
import { at, codeOfAgent, signIn } from "./gestures/demonstration.mjs"
import { CLIENT, SECRET, signInThere, startProvider } from "./gestures/provider.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const ODILE = "odile.prat@rochebrune.example"
const CLAIRE = "claire.marchand@rochebrune.example"

let browser, house, provider, admin, agent, stranger
const mask = [[/http:\/\/127\.0\.0\.1:\d+/g, "HTTP"]]
before(async () => {
  house = await startHouse({ environment: { PARVIS_IDENTITY_LOOPBACK: "true" } })
  provider = await startProvider(at(house, ""))
  browser = await openBrowser()
  admin = await openPage(browser, { width: 1280, height: 800 })
  agent = await openPage(browser, { width: 1280, height: 800 })
  stranger = await openPage(browser)
})
after(async () => {
  await browser?.close()
  await provider?.stop()
  await house?.stop()
})

step("who administers declares the provider", async () => {
  await signIn(admin, house, ODILE)
  await admin.goto(at(house, "/agent/administration/connexion"))
  await arrivedAt(admin, "Connexion des agents")
  await checkPage(admin, "provider-01-none")
  await follow(admin, "Déclarer un fournisseur")
  await press(admin, "Enregistrer")
  await admin.locator(".govuk-error-summary").waitFor()
  await write(admin, "Émetteur (issuer)", provider.issuer)
  await write(admin, "Identifiant de ce service (client_id)", CLIENT)
  await write(admin, "Secret de ce service (client_secret)", SECRET)
  await write(admin, "Ce que dit le bouton", "mon compte de la ville")
  await checkPage(admin, "provider-02-form", { mask })
  await press(admin, "Enregistrer")
  await arrivedAt(admin, "Connexion des agents")
  await checkPage(admin, "provider-03-declared", { mask })
})

step("she tries it out, sees what came back, and opens it", async () => {
  await follow(admin, "Faire un essai")
  await signInThere(admin, "odile.prat")
  await arrivedAt(admin, "Ce qui est revenu de l’essai")
  await admin.getByText("Cette personne entrerait : Odile Prat.").waitFor()
  await checkPage(admin, "provider-04-trial", { mask })
  await press(admin, "Ouvrir aux agents")
  await arrivedAt(admin, "Connexion des agents")
  await checkPage(admin, "provider-05-open", { mask })
})

step("an agent comes in by it, with the code of this service", async () => {
  await agent.goto(at(house, "/agent"))
  await arrivedAt(agent, "Connexion des agents")
  await checkPage(agent, "provider-06-door")
  await follow(agent, "Se connecter avec mon compte de la ville")
  await signInThere(agent, "claire.marchand")
  await arrivedAt(agent, "Code de votre application")
  await write(agent, "Code à six chiffres", await codeOfAgent(house, CLAIRE))
  await press(agent, "Se connecter")
  await arrivedAt(agent, /demandes à traiter/)
})

step("she signs out here, then there", async () => {
  await agent.getByRole("button", { name: "Se déconnecter" }).first().click()
  await arrivedAt(agent, "Vous êtes déconnecté de ce service")
  await checkPage(agent, "provider-07-signed-out")
  await follow(agent, "Se déconnecter aussi de mon compte de la ville")
  await agent.locator("button[value=yes]").click()
  await arrivedAt(agent, "Connexion des agents")
  await follow(agent, "Se connecter avec mon compte de la ville")
  await agent.locator("input[name=login]").waitFor()
})

step("somebody whom nobody invited is told what to do, and gets no account", async () => {
  await stranger.goto(at(house, "/agent/connexion"))
  await follow(stranger, "Se connecter avec mon compte de la ville")
  await signInThere(stranger, "personne.ici")
  const title = stranger.getByRole("heading", { level: 1, name: "Vous n’avez pas encore de compte ici" })
  await title.waitFor()
  // The page is a refusal, which the console of the browser tells.
  await stranger.reload()
  assert.match(await stranger.locator("h1").innerText(), /finie ou a déjà servi/)
})

step("the provider stops: the page says so, and leads to the rescue", async () => {
  await provider.stop()
  provider = undefined
  await admin.goto(at(house, "/agent/administration/connexion"))
  await follow(admin, "Modifier le fournisseur")
  await write(admin, "Émetteur (issuer)", "http://127.0.0.1:9")
  await press(admin, "Enregistrer")
  await arrivedAt(admin, "Connexion des agents")
  await follow(admin, "Faire un essai")
  await admin.getByRole("heading", { level: 1, name: "mon compte de la ville ne répond pas" }).waitFor()
})
