// After a flood: an agent grants an aid, a second one checks the account, an order is made and goes, its person reads it.

import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { after, before } from "node:test"

import { arrivedAt, choose, looksWell, press, refused, write } from "./gestures/answers.mjs"
import { giveCode } from "./gestures/birth.mjs"
import { at, mailTo, signIn } from "./gestures/demonstration.mjs"
import { asPaper, checkPage, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const MAELLE = "maelle.legoff@rochebrune.example"
const OUSMANE = "ousmane.sarr@rochebrune.example"
/** An account, whole; its signs are told in groups of four. */
const WHOLE = /FR\d{2}( \d{4}){5} \d{3}/
const MASKED = /FR\d{2}( XXXX){5} \d{3}/

/** The lines of tables: their order depends on the days on which the office is open. */
const LINES = { without: "tbody" }

let browser, house, maelle, ousmane, person
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  maelle = await openPage(browser, { width: 1280, height: 900 })
  ousmane = await openPage(browser, { width: 1280, height: 900 })
  person = await openPage(browser, { width: 360, height: 740, script: false })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("an agent opens the request that waits for her decision", async () => {
  await signIn(maelle, house, MAELLE)
  await arrivedAt(maelle, /Centre communal d’action sociale/)
  const row = maelle.getByRole("row").filter({ hasText: "En cours d’instruction" })
  known.number = (await row.getByRole("link").first().innerText()).trim()
  await maelle.goto(at(house, `/agent/dossiers/${known.number}`))
  await arrivedAt(maelle, new RegExp(known.number))
  assert.match(await words(maelle), MASKED)
  assert.doesNotMatch(await words(maelle), WHOLE)
  known.address = await addressOf(known.number)
})

step("by keyboard, she grants what the rule gives, and reads it as the person will", async () => {
  await pressOn(maelle, maelle.getByRole("link", { name: "Décider", exact: true }))
  await arrivedAt(maelle, "Décider")
  const amount = maelle.getByLabel(/^Montant/)
  known.amount = await amount.inputValue()
  assert.match(known.amount, /^(500|800),00$/)
  await tabTo(maelle, maelle.getByRole("radio", { name: /Accept/ }).first())
  await maelle.keyboard.press("Space")
  await tabTo(maelle, amount)
  await maelle.keyboard.press("ControlOrMeta+a")
  await maelle.keyboard.type("1200")
  await pressOn(maelle, maelle.getByRole("button", { name: "Relire la décision" }))
  await refused(maelle, /ne peut pas dépasser 1 000,00 €/)
  await checkPage(maelle, "payment-01-too-much")
  await amount.fill(known.amount)
  await pressOn(maelle, maelle.getByRole("button", { name: "Relire la décision" }))
  await maelle.getByText("Voici la décision telle que la personne la lira.").waitFor()
  assert.match(await words(maelle), inLetters())
  await checkPage(maelle, "payment-02-preview")
  await pressOn(maelle, maelle.getByRole("button", { name: "Prendre cette décision" }))
  await maelle.getByText("La décision est prise.").waitFor()
})

step("she is refused the check of the account: she decided", async () => {
  assert.equal(await maelle.getByRole("link", { name: "Vérifier le compte" }).count(), 0)
  const answer = await maelle.goto(at(house, `/agent/dossiers/${known.number}/compte`))
  assert.ok(answer.status() >= 400)
  await maelle.getByText("un autre agent vérifie le compte").waitFor()
  assert.doesNotMatch(await words(maelle), WHOLE)
  await checkPage(maelle, "payment-03-own-decision")
})

step("the person reads what is granted, and that their account will be checked", async () => {
  await person.goto(at(house, `/suivi?numero=${known.number}`))
  await choose(person, "Par courriel")
  await write(person, "Votre adresse électronique", known.address)
  await press(person, "Continuer")
  await giveCode(person, house, known.address)
  await person.getByRole("heading", { name: "Votre paiement" }).waitFor()
  assert.match(await words(person), inLetters())
  await person.getByText("un second agent vérifie que le compte est bien le vôtre").waitFor()
})

step("a second agent finds it among the accounts to check, and nowhere whole", async () => {
  await signIn(ousmane, house, OUSMANE)
  await ousmane.goto(at(house, `/agent/dossiers/${known.number}`))
  assert.match(await words(ousmane), MASKED)
  await ousmane.goto(at(house, "/agent"))
  await pressOn(ousmane, ousmane.getByRole("link", { name: "Les paiements" }))
  await arrivedAt(ousmane, "Paiements")
  await checkPage(ousmane, "payment-04-payments", LINES)
  assert.doesNotMatch(await words(ousmane), /FR\d{2}/)
  await pressOn(ousmane, ousmane.getByRole("link", { name: known.number }))
})

step("he reads the account whole, and says with what he compared it", async () => {
  await arrivedAt(ousmane, "Vérifier le compte")
  const account = WHOLE.exec(await words(ousmane))
  assert.ok(account, "the account is not whole")
  known.iban = account[0].replaceAll(" ", "")
  await press(ousmane, "Enregistrer la vérification")
  await refused(ousmane, /Dites si le compte est celui de cette personne/)
  await checkPage(ousmane, "payment-05-check")
  await tabTo(ousmane, ousmane.getByLabel("Oui, comme sur un relevé qui m’a été montré"))
  await ousmane.keyboard.press("Space")
  await pressOn(ousmane, ousmane.getByRole("button", { name: "Enregistrer la vérification" }))
  await ousmane.getByText(/Compte vérifié par Ousmane Sarr/).waitFor()
  assert.match(await words(ousmane), MASKED)
  await looksWell(ousmane)
})

step("he reads the list again and orders it", async () => {
  await ousmane.goto(at(house, "/agent/paiements"))
  await pressOn(ousmane, ousmane.getByRole("link", { name: /aide d’urgence.* : 3 dossiers/ }))
  await arrivedAt(ousmane, "Établir un ordre de paiement")
  assert.doesNotMatch(await words(ousmane), WHOLE)
  await checkPage(ousmane, "payment-06-new", LINES)
  known.numbers = await ousmane.locator("tbody th a").allInnerTexts()
  assert.ok(known.numbers.includes(known.number))
  await pressOn(ousmane, ousmane.getByRole("button", { name: "Établir l’ordre" }))
  await ousmane.getByText("L’ordre est établi. Il reste à le transmettre.").waitFor()
  await checkPage(ousmane, "payment-07-order", LINES)
  const printed = await asPaper(ousmane, "payment-07-order")
  assert.ok(printed.pages <= 2, `${printed.pages} pages`)
})

step("the file says the same as the page, line by line", async () => {
  const download = ousmane.waitForEvent("download")
  await pressOn(ousmane, ousmane.getByRole("link", { name: /Télécharger le fichier/ }))
  const file = await download
  assert.equal(file.suggestedFilename(), "ordre-de-paiement-2.csv")
  const [heads, ...lines] = (await readFile(await file.path(), "utf8")).replace(/^\ufeff/, "").trim().split(/\r?\n/).map(cells)
  const column = (name) => heads.indexOf(name)
  assert.deepEqual(lines.map((line) => line[column("Dossier")]), known.numbers)
  assert.deepEqual(lines.map((line) => line[column("Ligne")]), ["1", "2", "3"])
  const own = lines[known.numbers.indexOf(known.number)]
  assert.equal(own[column("IBAN")], known.iban)
  assert.equal(own[column("Montant")], known.amount)
  assert.match(own[column("Décision prise par")], /^Maëlle Le Goff/)
  assert.equal(own[column("Compte vérifié par")], "Ousmane Sarr")
  const cents = (text) => Number(text.replace(",", ""))
  const total = lines.reduce((sum, line) => sum + cents(line[column("Montant")]), 0)
  for (const line of lines) assert.equal(cents(line[column("Total de l'ordre")]), total)
  const shown = `${(total / 100).toFixed(2).replace(".", ",")} €`
  assert.ok((await words(ousmane)).replaceAll(/(?<=\d) (?=\d{3},)/g, "").includes(shown), `${shown} is not on the page`)
})

step("he says that it is sent: it cannot be cancelled any more", async () => {
  await pressOn(ousmane, ousmane.getByRole("button", { name: "L’ordre est transmis aux finances" }))
  await ousmane.getByText("L’ordre est transmis.").waitFor()
  assert.equal(await ousmane.getByRole("button", { name: "Annuler l’ordre" }).count(), 0)
  await checkPage(ousmane, "payment-08-sent", LINES)
})

step("the person gets a mail that says how much, and reads the rest on their page", async () => {
  const mail = (await mailTo(house, known.address)).replaceAll("&nbsp;", " ").replaceAll(/[\s\u00a0\u202f]+/g, " ")
  assert.match(mail, new RegExp(`L’ordre de vous payer ${known.amount} €`))
  assert.ok(!mail.includes(known.iban.slice(0, 4)), "the mail names the account")
  await person.reload()
  await person.getByText(/Ordre de paiement transmis le/).waitFor()
  await person.getByText("Le comptable public le contrôle, puis fait le virement.").waitFor()
  await checkPage(person, "payment-09-person")
})

/** What is on the page, with ordinary spaces. */
async function words(page) {
  return (await page.getByRole("main").innerText()).replaceAll(/[\s\u00a0\u202f]+/g, " ")
}

/** What the rule gives, in figures and in letters. */
function inLetters() {
  const letters = known.amount.startsWith("8") ? "huit cents" : "cinq cents"
  return new RegExp(`Montant accordé : ${known.amount} € \\(${letters} euros\\)`)
}

/** The cells of a line of the file. */
function cells(line) {
  return line.split(";").map((cell) => cell.replace(/^"(.*)"$/, "$1").replaceAll('""', '"'))
}

/** The address of who made this request, as the page of the demonstration says it. */
async function addressOf(number) {
  const html = await (await fetch(`${house.url}/dev`)).text()
  const row = html.split("<tr ").find((row) => row.includes(`numero=${number}`))
  return /[\w.+-]+@[\w.-]+/.exec(row.replaceAll("<wbr>", ""))[0]
}
