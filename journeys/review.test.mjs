// The organisation wants a second person to read what is published: an author is read, corrected, approved, and publishes.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, looksWell, press, refused, write } from "./gestures/answers.mjs"
import { at, mailTo, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const SOLENE = "solene.riou@rochebrune.example"
const ODILE = "odile.prat@rochebrune.example"
const OWN = "/agent/demarches/acte-naissance"
const READING = `${OWN}/relecture`
const MINUTES = "Minutes pour remplir"
const NOTE = "J’ai ramené le temps annoncé à deux minutes : est-ce tenable ?"
const WRONG = "Deux minutes, c’est trop court : le contrôle en compte sept. Annoncez-en sept."

let browser, house, author, reader, person
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  author = await openPage(browser, { width: 1280, height: 900, script: false })
  reader = await openPage(browser, { width: 1280, height: 900 })
  person = await openPage(browser, { width: 360, height: 740, script: false })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("who administers asks that a second person reads before each publication", async () => {
  await signIn(reader, house, ODILE)
  await reader.goto(at(house, "/agent/administration/organisation"))
  await follow(reader, "Modifier")
  await choose(reader, "Obligatoire avant chaque publication")
  await checkPage(reader, "review-01-organisation-form")
  await press(reader, "Enregistrer")
  await arrivedAt(reader, "Votre organisation")
  await reader.getByText("Obligatoire avant chaque publication").waitFor()
  await checkPage(reader, "review-02-organisation")
})

step("the author changes a procedure, and is told that it cannot be published yet", async () => {
  await signIn(author, house, SOLENE)
  await announce("2")
  await pressOn(author, author.getByRole("link", { name: "Retour à la démarche" }))
  await author.getByText("qu’une autre personne relise ce texte").waitFor()
  await checkPage(author, "review-03-draft")
  await pressOn(author, author.getByRole("link", { name: "Publier ce brouillon" }))
  await author.getByText("Ce texte ne peut pas encore être publié").waitFor()
  assert.equal(await author.locator("main form button").count(), 0, "an author has nothing to press")
  await checkPage(author, "review-04-not-read")
})

step("she gives it to be read, with a note", async () => {
  await pressOn(author, author.getByRole("link", { name: "Demander une relecture" }).first())
  await arrivedAt(author, /Relecture avant publication/)
  await checkPage(author, "review-05-ask")
  await type("Que faut-il regarder ? (facultatif)", NOTE)
  await pressOn(author, author.getByRole("button", { name: "Demander une relecture" }))
  await author.getByText("La relecture est demandée").waitFor()
  await author.getByText("une autre personne doit répondre").waitFor()
  await checkPage(author, "review-06-asked")
})

step("somebody else finds it first on their list, and reads what changes", async () => {
  assert.match(await mailTo(house, ODILE), /soit relue avant sa publication/)
  await reader.goto(at(house, "/agent/demarches"))
  await reader.getByRole("heading", { name: "À relire" }).waitFor()
  await looksWell(reader)
  const asked = reader.getByRole("listitem").filter({ hasText: "acte de naissance" }).first()
  await asked.getByText("Relecture demandée par Solène Riou").waitFor()
  await asked.getByRole("link").click()
  await arrivedAt(reader, /Relecture avant publication/)
  await reader.getByText(NOTE).waitFor()
  await reader.getByText("Change : le temps annoncé, de 5 à 2 minutes").waitFor()
  await reader.getByRole("heading", { name: "Ce que la démarche demande aux personnes" }).waitFor()
  await checkPage(reader, "review-07-read")
})

step("they send it back: it takes a word on what is wrong", async () => {
  await choose(reader, "Je le renvoie à son auteur")
  await press(reader, "Répondre")
  await refused(reader, /Écrivez ce qu’il faut changer/)
  await checkPage(reader, "review-08-no-comment")
  await write(reader, "Commentaire", WRONG)
  await press(reader, "Répondre")
  await reader.getByText("Le texte est renvoyé à son auteur").waitFor()
  await checkPage(reader, "review-09-sent-back")
})

step("the author reads why, mends it in the editor, and gives it again", async () => {
  assert.match(await mailTo(house, SOLENE), /La relecture que vous avez demandée a reçu/)
  await author.goto(at(house, READING))
  await author.getByText(WRONG).first().waitFor()
  await checkPage(author, "review-10-why")
  await announce("7")
  await author.goto(at(house, READING))
  await author.getByText("Le texte a changé depuis la dernière relecture").waitFor()
  await pressOn(author, author.getByRole("button", { name: "Demander une relecture" }))
  await author.getByText("La relecture est demandée").waitFor()
})

step("the reader approves, with the keyboard", async () => {
  await reader.goto(at(house, READING))
  await reader.getByText(WRONG).first().waitFor()
  await pressOn(reader, reader.getByLabel("J’approuve ce texte"), "Space")
  await pressOn(reader, reader.getByRole("button", { name: "Répondre" }))
  await reader.getByText("Vous avez approuvé ce texte").waitFor()
  await checkPage(reader, "review-11-approved")
})

step("the author confirms the dated facts, and publishes", async () => {
  await author.goto(at(house, OWN))
  await pressOn(author, author.getByRole("button", { name: "Je confirme que ces faits sont encore vrais" }))
  await author.getByText("Vous avez confirmé les faits datés").waitFor()
  await checkPage(author, "review-12-ready")
  await pressOn(author, author.getByRole("link", { name: "Publier ce brouillon" }))
  await checkPage(author, "review-13-publish")
  await pressOn(author, author.getByRole("button", { name: "Publier", exact: true }))
  await author.getByText("La démarche est publiée").waitFor()
})

step("the history says who wrote it, who read it and who confirmed it", async () => {
  for (const line of [/Écrite par Solène Riou\./, /Relue et approuvée par Odile Prat/, /Faits datés confirmés par Solène Riou/]) {
    await author.getByText(line).waitFor()
  }
  await checkPage(author, "review-14-history")
})

step("the public reads what was approved, and nothing that is still to be confirmed", async () => {
  await person.goto(at(house, "/demarches/acte-naissance"))
  await person.getByText("Environ 7 minutes").waitFor()
  await person.getByText(", vérifié le").waitFor()
  assert.equal(await person.getByText("à confirmer").count(), 0)
  await checkPage(person, "review-15-public")
})

/** The author announces another time in the editor, by the keyboard. */
async function announce(minutes) {
  await author.goto(at(house, `${OWN}/editeur`))
  await pressOn(author, author.getByRole("link", { name: "Présentation, papiers, coût et délai", exact: true }))
  await type(MINUTES, minutes)
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
  await author.waitForURL(/\/editeur$/)
}

/** Goes to a field of the author by the keyboard, and replaces what is in it. */
async function type(label, text) {
  await tabTo(author, author.getByLabel(label, { exact: true }))
  await author.keyboard.press("Control+A")
  await author.keyboard.type(text)
}
