// A birth certificate, asked from one end to the other.

import { arrivedAt, choose, follow, press, under, write, writeDate } from "./answers.mjs"
import { at, codeSentTo } from "./demonstration.mjs"

/** Begins with an e-mail address, and gives the code that comes. */
export async function beginByEmail(page, house, address) {
  await page.goto(at(house, "/demarches/acte-naissance/commencer"))
  await choose(page, "Par mon adresse électronique")
  await write(page, "Votre adresse électronique", address)
  await press(page, "Commencer")
  await giveCode(page, house, address)
}

/** Copies the code of the mail. */
export async function giveCode(page, house, address) {
  await arrivedAt(page, /Confirmez votre adresse/)
  await write(page, "Code à six chiffres", await codeSentTo(house, address))
  await press(page, "Continuer")
}

export async function forMyself(page, { name, firstNames }) {
  await arrivedAt(page, /Pour qui est cette demande/)
  await choose(page, "Pour moi")
  await write(page, "Votre nom de famille", name)
  await write(page, "Vos prénoms", firstNames)
  await press(page, "Continuer")
  await arrivedAt(page, "Demander un acte de naissance")
  await follow(page, "Le document")
}

export async function whichDocument(page, document = "Un extrait sans filiation", copies = "1") {
  await arrivedAt(page, "Le document")
  await choose(page, document)
  await write(page, "Combien d’exemplaires ?", copies)
  await press(page, "Continuer")
}

export async function whoIsBorn(page, { name, firstNames, born }) {
  await arrivedAt(page, "La personne née")
  await write(page, "Nom de famille", name)
  await write(page, "Prénoms", firstNames)
  await writeDate(page, born)
  await press(page, "Continuer")
}

export async function bornHere(page) {
  await arrivedAt(page, "Le lieu de naissance")
  await choose(page, "Oui")
  await press(page, "Continuer")
}

export async function whereToSend(page) {
  await arrivedAt(page, "L’envoi")
  await writeAddress(page)
  await press(page, "Continuer")
}

export async function writeAddress(page, { number = "12", street = "rue des Tanneurs", postcode = "49400", commune = "Saumur" } = {}) {
  const field = under(page, /À quelle adresse|Où habitent|Où est le problème/)
  await field.getByLabel(/^Numéro/).fill(number)
  await field.getByLabel("Rue ou lieu-dit").fill(street)
  await field.getByLabel("Code postal").fill(postcode)
  const offered = field.getByRole("radio", { name: commune })
  if (await offered.count()) await offered.first().check()
  else await field.getByLabel("Commune", { exact: true }).fill(commune)
}

/** Answers everything with the shortest certificate, up to the page that shows the answers. */
export async function answerAll(page, person) {
  await forMyself(page, person)
  await whichDocument(page)
  await whoIsBorn(page, person)
  await bornHere(page)
  await whereToSend(page)
  await check(page)
}

/** From the list of steps to the page that shows the answers. */
export async function check(page) {
  await follow(page, "Vérifier et envoyer")
  await arrivedAt(page, "Vérifiez vos réponses")
}

/** Declares and deposits; the number of the receipt. */
export async function deposit(page) {
  await choose(page, "Je le déclare")
  await press(page, "Déposer ma demande")
  await page.getByText("Votre demande est déposée").waitFor()
  return page.locator(".parvis-reference").first().innerText()
}
