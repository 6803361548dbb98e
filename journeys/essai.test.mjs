// An author tries a new service as a person on a phone, then as the agent who will treat it, before the public sees it.

import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, looksWell, press, write } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { asPaper, checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const SOLENE = "solene.riou@rochebrune.example"
const ADDRESS = "testeuse@example.org"
const LEA = { name: "Martin", firstNames: "Léa Jeanne", born: ["14", "7", "1991"] }
/** The key of a link is new at each run. */
const MASK = [[/entrer\/[0-9a-f]{32}/g, "entrer/KEY"]]
const TEXT = "Texte de la démarche (facultatif)"

let browser, house, author, tester, stranger, right
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  author = await openPage(browser, { width: 1280, height: 800 })
  tester = await openPage(browser, { width: 360, height: 740 })
  stranger = await openPage(browser)
  const file = await readFile(new URL("../procedures/copie-acte-naissance.yaml", import.meta.url), "utf8")
  right = file.replace("slug: acte-naissance", "slug: copie-acte-mariage")
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the author keeps a draft, and tries it before anybody sees it", async () => {
  await signIn(author, house, SOLENE)
  await author.goto(at(house, "/agent/nouvelle-demarche"))
  await write(author, TEXT, right)
  await press(author, "Vérifier et garder le brouillon")
  await author.getByText("Ce brouillon n’a pas encore été essayé.").waitFor()
  await checkPage(author, "essai-01-draft")
  await press(author, "Essayer ce brouillon")
  await arrivedAt(author, "Essai de vos démarches")
  await checkPage(author, "essai-02-trial", { mask: MASK })
  known.link = await author.locator(".parvis-code").first().innerText()
})

step("a stranger who falls on a page of the trial is told that nothing was asked for there", async () => {
  const answer = await stranger.goto(at(house, "/essai/demarches/copie-acte-mariage"))
  assert.equal(answer.status(), 403)
  await arrivedAt(stranger, "Cette page est un essai")
  await checkPage(stranger, "essai-03-stranger")
  const real = await stranger.goto(at(house, "/demarches/copie-acte-mariage"))
  assert.equal(real.status(), 404)
})

step("a tester opens the link on a telephone and begins", async () => {
  await tester.goto(known.link)
  await tester.getByText("Rien de ce que vous faites ici n’est transmis.").waitFor()
  await checkPage(tester, "essai-04-presentation")
  await follow(tester, "Commencer la démarche")
  await choose(tester, "Par mon adresse électronique")
  await write(tester, "Votre adresse électronique", ADDRESS)
  await press(tester, "Commencer")
  await arrivedAt(tester, /Confirmez votre adresse/)
})

step("the author reads the mail that the person would have received", async () => {
  await press(author, "Courriels de l’essai")
  await arrivedAt(author, "Courriels de l’essai")
  const mail = author.locator(".parvis-mail").first()
  for (let tries = 0; tries < 50 && !(await mail.getByText("Pas envoyé").count()); tries += 1) await author.reload()
  await mail.getByText("Pas envoyé").waitFor()
  const code = /\b(\d{3})[\s\u00a0\u202f]?(\d{3})\b/.exec(await mail.locator(".parvis-mail__text").innerText())
  await checkPage(author, "essai-05-mails", { mask: [[/\b\d{3}[\s\u00a0\u202f]?\d{3}\b/g, "CODE"]] })
  await write(tester, "Code à six chiffres", code[1] + code[2])
  await press(tester, "Continuer")
})

step("the tester goes to the end: the receipt says that it is worth nothing, on the screen and on paper", async () => {
  await birth.answerAll(tester, LEA)
  await looksWell(tester)
  await follow(tester, "Continuer")
  known.number = await birth.deposit(tester)
  await tester.getByText("ESSAI, SANS VALEUR").waitFor()
  await checkPage(tester, "essai-06-receipt")
  await asPaper(tester, "essai-06-receipt")
})

step("the author treats it as an agent, without signing in again", async () => {
  await author.goto(at(house, "/agent/essai"))
  await press(author, "Traiter les demandes de l’essai")
  await arrivedAt(author, /demandes à traiter/)
  await looksWell(author)
  await follow(author, known.number)
  await press(author, "Commencer l’instruction")
  await follow(author, "Décider")
  await checkPage(author, "essai-07-decide")
})

step("she empties the trial: the link does not work any more", async () => {
  await follow(author, "À propos de l’essai")
  await author.getByRole("link", { name: "Tout effacer" }).click()
  await checkPage(author, "essai-08-erase")
  await press(author, "Tout effacer")
  await author.getByText("L’essai est effacé.").waitFor()
  await checkPage(author, "essai-09-none")
  const answer = await tester.goto(known.link)
  assert.equal(answer.status(), 404)
  await arrivedAt(tester, "Cette page est un essai")
})

step("then she publishes what she tried", async () => {
  await author.goto(at(house, "/agent/demarches/copie-acte-mariage"))
  await author.getByText("Essayé par Solène Riou").waitFor()
  await follow(author, "Publier ce brouillon")
  await press(author, "Publier")
  await author.getByText("La démarche est publiée.").waitFor()
  const real = await stranger.goto(at(house, "/demarches/copie-acte-mariage"))
  assert.equal(real.status(), 200)
})
