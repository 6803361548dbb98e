// A social worker registers the children of a family for school and canteen, with the mother beside him.
// Nobody has an e-mail address: there is a number and a code, printed.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, give, press, refused, under, write, writeDate } from "./gestures/answers.mjs"
import { check, deposit, writeAddress } from "./gestures/birth.mjs"
import { at } from "./gestures/demonstration.mjs"
import { paper, photograph } from "./gestures/files.mjs"
import { asPaper, checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

let browser, house, page
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  page = await openPage(browser, { width: 768, height: 1024 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("he begins without e-mail and is given a number and a code to keep", async () => {
  await page.goto(at(house, "/demarches"))
  await checkPage(page, "helper-01-procedures")
  await page.getByRole("link", { name: "Inscrire un enfant à l’école et à la cantine" }).click()
  await checkPage(page, "helper-02-presentation")
  await follow(page, "Commencer la démarche")
  await choose(page, "Je n’ai pas d’adresse électronique")
  await press(page, "Commencer")
  await arrivedAt(page, "Notez votre numéro et votre code")
  await checkPage(page, "helper-03-number-and-code")
  known.number = await page.locator(".parvis-reference").nth(0).innerText()
  known.code = await page.locator(".parvis-reference").nth(1).innerText()
  await follow(page, "C’est noté, continuer")
})

step("he says who he is, for whom he writes, and that she agrees", async () => {
  await arrivedAt(page, /Pour qui est cette demande/)
  await choose(page, "Pour une personne que j’aide")
  await press(page, "Continuer")
  await refused(page, /votre nom/, /prénoms de la personne aidée/, /d’accord/)
  await checkPage(page, "helper-04-for-somebody-refused")
  await write(page, "Votre nom, à vous qui aidez", "Yann Le Goff")
  await page.getByLabel(/Votre structure/).fill("Centre social des Mariniers")
  await write(page, "Nom de famille de la personne aidée", "Diallo")
  await write(page, "Prénoms de la personne aidée", "Aminata")
  await choose(page, /La personne est d’accord/)
  await press(page, "Continuer")
})

step("he asks for school and canteen", async () => {
  await follow(page, "Votre besoin")
  await arrivedAt(page, "Votre besoin")
  await choose(page, "L’inscription à l’école")
  await choose(page, "L’inscription à la cantine")
  await press(page, "Continuer")
  await page.getByText("Pourquoi cette inscription à l’école ?").first().waitFor()
  await choose(page, "Nous venons de déménager")
  await writeDate(page, ["1", "9", String(new Date().getFullYear() + 1)])
  await press(page, "Continuer")
  if (await page.getByText("certificat de radiation").isVisible()) await press(page, "Continuer")
})

step("he adds two children, removes one, and each keeps what was written for it", async () => {
  await arrivedAt(page, "Les enfants")
  await child(1, { name: "Diallo", firstNames: "Moussa", born: ["3", "5", "2021"], level: /Grande section/ })
  await press(page, "Ajouter un enfant")
  await child(2, { name: "Diallo", firstNames: "Erreur", born: ["1", "1", "2020"], level: /^CP/ })
  await press(page, "Ajouter un enfant")
  await child(3, { name: "Diallo", firstNames: "Aïssata", born: ["12", "11", "2018"], level: /^CE1/ })
  await checkPage(page, "helper-05-children")
  await page.getByRole("button", { name: /^Retirer .*(Enfant 2|Erreur)/ }).click()
  assert.equal(await row(1).getByLabel("Prénoms").inputValue(), "Moussa")
  assert.equal(await row(2).getByLabel("Prénoms").inputValue(), "Aïssata")
  assert.equal(await row(3).count(), 0)
  await press(page, "Continuer")
})

step("he says where they live and who else is a parent", async () => {
  await arrivedAt(page, "Votre adresse")
  await writeAddress(page)
  await press(page, "Continuer")
  await arrivedAt(page, "L’autre parent")
  await choose(page, "Non")
  await press(page, "Continuer")
  await arrivedAt(page, "Le temps du repas")
  await write(page, "À quel numéro vous joindre à midi ?", "06 39 98")
  await choose(page, "Par la poste")
  await press(page, "Continuer")
  await refused(page, /numéro de téléphone/)
  await write(page, "À quel numéro vous joindre à midi ?", "06.39.98.12.34")
  await press(page, "Continuer")
})

step("he gives papers from the telephone, takes one back, and says that another will come by post", async () => {
  await arrivedAt(page, "Vos papiers")
  const booklet = await paper(browser, "livret.pdf", "Livret de famille")
  await give(page, /Livret de famille/, [booklet, await photograph(browser, "page.jpg")])
  await page.getByRole("link", { name: "livret.pdf" }).waitFor()
  await checkPage(page, "helper-06-papers", { mask: [[/\d+([,.]\d+)?[\s\u00a0\u202f](ko|Ko|o)\b/g, "SIZE"]] })
  await page.getByRole("button", { name: "Retirer pour reprendre la photo page.jpg" }).click()
  await page.getByRole("link", { name: "page.jpg" }).waitFor({ state: "detached" })
  await give(page, /Livret de famille/, await photograph(browser, "page-nette.jpg"))
  await page.getByRole("link", { name: "page-nette.jpg" }).waitFor()
})

step("a file that is not what its name says is refused, and the others stay", async () => {
  const program = { name: "domicile.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\x90\0 this is a program") }
  await give(page, /Justificatif de domicile/, program)
  await refused(page, /domicile\.pdf/)
  await checkPage(page, "helper-07-papers-refused", { mask: [[/\d+([,.]\d+)?[\s\u00a0\u202f](ko|Ko|o)\b/g, "SIZE"]] })
  assert.ok(await page.getByRole("link", { name: "livret.pdf" }).isVisible())
  await page.getByLabel("Je l’enverrai autrement").last().check()
  await press(page, "Continuer")
})

step("they read the answers together and deposit; the receipt prints with the code", async () => {
  await check(page)
  await checkPage(page, "helper-08-check", { mask: [[/\d+([,.]\d+)?[\s\u00a0\u202f](ko|Ko|o)\b/g, "SIZE"]] })
  await follow(page, "Continuer")
  assert.equal(await deposit(page), known.number)
  await page.getByText(known.code).waitFor()
  await checkPage(page, "helper-09-receipt")
  const printed = await asPaper(page, "helper-09-receipt")
  assert.equal(printed.pages, 1)
})

step("she comes back alone, from another telephone, with the number and the code", async () => {
  const hers = await openPage(browser, { width: 320, height: 640 })
  await hers.goto(at(house, "/suivi"))
  await hers.getByLabel("Numéro de la demande").fill(known.number)
  await choose(hers, "Avec mon code de suivi")
  await hers.getByLabel("Code de suivi", { exact: true }).fill("0000-0000-0000")
  await press(hers, "Continuer")
  await refused(hers, /ne vont pas ensemble/)
  await hers.getByLabel("Code de suivi", { exact: true }).fill(known.code.toLowerCase().replaceAll("-", ""))
  await press(hers, "Continuer")
  await arrivedAt(hers, /école/)
  await checkPage(hers, "helper-10-follow", { mask: [[/\d+([,.]\d+)?[\s\u00a0\u202f](ko|Ko|o)\b/g, "SIZE"]] })
})

function row(number) {
  return page.getByRole("group", { name: `Enfant ${number}`, exact: true })
}

async function child(number, { name, firstNames, born, level }) {
  const where = row(number)
  await write(where, "Nom de famille", name)
  await write(where, "Prénoms", firstNames)
  await writeDate(where, born)
  await where.getByLabel(level).check()
  await where.getByLabel("Lundi").check()
  await where.getByLabel("Le menu du jour").check()
}
