// Somebody asks for a birth certificate from a telephone, in several sittings, makes mistakes, and is answered.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, press, refused, under, write, writeDate } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { at, codeSentTo } from "./gestures/demonstration.mjs"
import { asPaper, checkPage, keepPicture, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const ADDRESS = "lea.martin@example.org"
const LEA = { name: "Martin", firstNames: "Léa Jeanne", born: ["14", "7", "1991"] }

let browser, house, page
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser, { width: 320, height: 640 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("she finds the procedure in spite of a typing mistake, and reads what it is", async () => {
  await page.goto(at(house))
  await arrivedAt(page, /Que voulez-vous faire/)
  await keepPicture(page, "accueil-320")
  await checkPage(page, "person-01-home")
  await write(page, "Dites-le avec vos mots", "acte de naisance")
  await press(page, "Chercher")
  await checkPage(page, "person-02-found")
  await follow(page, "Demander un acte de naissance")
  await arrivedAt(page, "Demander un acte de naissance")
  await checkPage(page, "person-03-presentation")
  await follow(page, "Commencer la démarche")
})

step("she begins with her e-mail address and copies the code of the mail", async () => {
  await arrivedAt(page, "Avant de commencer")
  await checkPage(page, "person-04-start")
  await press(page, "Commencer")
  await refused(page, /Choisissez comment retrouver/)
  await choose(page, "Par mon adresse électronique")
  await write(page, "Votre adresse électronique", "lea.martin")
  await press(page, "Commencer")
  await refused(page, /nom@exemple\.fr/)
  await checkPage(page, "person-05-start-refused")
  await write(page, "Votre adresse électronique", ADDRESS)
  await press(page, "Commencer")
  await arrivedAt(page, /Confirmez votre adresse/)
  await checkPage(page, "person-06-code")
  const code = await codeSentTo(house, ADDRESS)
  await write(page, "Code à six chiffres", code === "123456" ? "654321" : "123456")
  await press(page, "Continuer")
  await refused(page, /essais/)
  await write(page, "Code à six chiffres", ` ${code.slice(0, 3)} ${code.slice(3)} `)
  await press(page, "Continuer")
})

step("she says for whom it is", async () => {
  await arrivedAt(page, /Pour qui est cette demande/)
  await checkPage(page, "person-07-for-whom")
  await press(page, "Continuer")
  await refused(page, /Dites pour qui/)
  await choose(page, "Pour moi")
  await press(page, "Continuer")
  await refused(page, /nom de famille/, /prénoms/)
  await birth.forMyself(page, LEA)
})

step("she answers each step, corrects each mistake, and never types twice", async () => {
  await arrivedAt(page, "Le document")
  await checkPage(page, "person-08-document")
  await choose(page, "Une copie intégrale")
  await write(page, "Combien d’exemplaires ?", "deux")
  await press(page, "Continuer")
  await refused(page, /nombre entier/)
  await keepPicture(page, "etape-320")
  await checkPage(page, "person-09-document-refused")
  assert.ok(await page.getByLabel("Une copie intégrale").isChecked())
  assert.equal(await page.getByLabel("Combien d’exemplaires ?").inputValue(), "deux")
  await write(page, "Combien d’exemplaires ?", "2")
  await press(page, "Continuer")

  await arrivedAt(page, "Votre lien avec la personne")
  await press(page, "Continuer")
  await refused(page, /Choisissez une réponse/)
  await choose(page, "Elle-même, et j’ai 18 ans ou plus")
  await checkPage(page, "person-10-link")
  await press(page, "Continuer")

  await arrivedAt(page, "La personne née")
  await write(page, "Nom de famille", LEA.name)
  await writeDate(page, ["31", "2", "1991"])
  await press(page, "Continuer")
  await refused(page, /prénoms/, /ce jour n’existe pas/)
  await checkPage(page, "person-11-born-refused")
  await birth.whoIsBorn(page, LEA)

  await arrivedAt(page, "Le lieu de naissance")
  await press(page, "Continuer")
  await refused(page, /née dans notre commune/)
})

step("an answer that opens another question shows it on the same page", async () => {
  await choose(page, "Non")
  await press(page, "Continuer")
  await page.getByText("Votre réponse ajoute quelque chose").waitFor()
  await checkPage(page, "person-12-born-elsewhere")
  await birth.bornHere(page)
})

step("she stops, leaves this telephone, and finds her draft again with a code", async () => {
  await arrivedAt(page, "Les parents de la personne née")
  await write(under(page, "Un parent"), "Nom de famille", "Martin")
  await press(page, "Enregistrer et revenir plus tard")
  await page.getByText("Vous pouvez fermer cette page").waitFor()
  await checkPage(page, "person-13-tasks")
  known.draft = await page.locator(".parvis-reference").first().innerText()
  await leave(page)
  await page.goto(at(house, "/suivi"))
  await arrivedAt(page, "Suivre une demande")
  await checkPage(page, "person-14-come-back")
  await press(page, "Continuer")
  await refused(page, /numéro de la demande/)
  await write(page, "Numéro de la demande", known.draft.toLowerCase().replace("-", " "))
  await choose(page, "Par courriel")
  await write(page, "Votre adresse électronique", ADDRESS)
  await press(page, "Continuer")
  await birth.giveCode(page, house, ADDRESS)
  await arrivedAt(page, "Demander un acte de naissance")
})

step("what she had typed is there, and she finishes", async () => {
  await follow(page, "Les parents de la personne née")
  const parent = under(page, "Un parent")
  assert.equal(await parent.getByLabel("Nom de famille").inputValue(), "Martin")
  await write(parent, "Prénoms", "Paul")
  await press(page, "Continuer")
  await arrivedAt(page, "L’envoi")
  await birth.writeAddress(page, { postcode: "49400", commune: "Nantes" })
  await press(page, "Continuer")
  await refused(page, /ne vont pas ensemble/)
  await checkPage(page, "person-15-delivery-refused")
  await birth.whereToSend(page)
})

step("she checks her answers and changes one", async () => {
  await birth.check(page)
  await arrivedAt(page, "Vérifiez vos réponses")
  await checkPage(page, "person-16-check")
  await page.getByRole("link", { name: /Modifier Combien d’exemplaires/ }).click()
  await write(page, "Combien d’exemplaires ?", "1")
  await press(page, "Continuer")
  await arrivedAt(page, "Vérifiez vos réponses")
  await follow(page, "Continuer")
})

step("she declares, deposits, and is given a receipt that prints on one page", async () => {
  await arrivedAt(page, "Déposez votre demande")
  await checkPage(page, "person-17-declare")
  await press(page, "Déposer ma demande")
  await refused(page, /Je le déclare/)
  known.twin = await page.context().newPage()
  await known.twin.goto(page.url())
  known.number = await birth.deposit(page)
  assert.equal(known.number, known.draft)
  await keepPicture(page, "recepisse-320")
  await checkPage(page, "person-18-receipt")
  const printed = await asPaper(page, "person-18-receipt")
  assert.equal(printed.pages, 1)
})

step("sending it again from another window gives the same receipt", async () => {
  assert.equal(await birth.deposit(known.twin), known.number)
  await known.twin.close()
})

step("she follows her request and writes to the service", async () => {
  await follow(page, "Suivre ma demande")
  await arrivedAt(page, "Demander un acte de naissance")
  await checkPage(page, "person-19-follow")
  await press(page, "Envoyer le message")
  await refused(page)
  await write(page, "Votre message au service", "Mon nom est sur la boîte aux lettres de ma mère.")
  await press(page, "Envoyer le message")
  await page.getByText("Votre message est envoyé au service.").waitFor()
  await checkPage(page, "person-20-follow-message")
})

step("she leaves this telephone and Back shows nothing", async () => {
  await leave(page)
  await page.goBack()
  await page.goBack()
  assert.ok(!(await page.locator("body").innerText()).includes("boîte aux lettres"))
  await page.goto(at(house, `/dossiers/${known.number}`))
  await arrivedAt(page, "Suivre une demande")
})

async function leave() {
  await page.getByRole("link", { name: /effacer cet ordinateur|tout effacer de cet ordinateur/ }).click()
  await arrivedAt(page, /Quitter et effacer/)
  if (!known.left) await checkPage(page, "person-21-leave")
  await press(page, "Quitter et effacer")
  await arrivedAt(page, "Vous pouvez partir")
  if (!known.left) await checkPage(page, "person-22-left")
  known.left = true
}
