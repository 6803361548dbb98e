// A mother enrols two children in after-school care: each child has a page. With the keyboard, on a telephone, without script.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, press } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, chooseByKeys, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const SOLENE = "solene.riou@rochebrune.example"

let browser, house, author, mother
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  author = await openPage(browser, { width: 1280, height: 900, script: false })
  mother = await openPage(browser, { width: 360, height: 740, script: false })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the author publishes the procedure of the library", async () => {
  await signIn(author, house, SOLENE)
  await author.goto(at(house, "/agent/nouvelle-demarche/editeur"))
  await author.locator("[name=modele]").selectOption({ label: "Inscrire un enfant à la cantine et à l’accueil périscolaire" })
  await author.locator("[name=titre]").fill("Cantine et accueil périscolaire")
  await author.locator("[name=adresse]").fill("periscolaire")
  for (const name of ["service", "groupe"]) await author.locator(`[name=${name}]`).selectOption({ index: 1 })
  await press(author, "Créer le brouillon")
  await author.goto(at(house, "/agent/demarches/periscolaire/publier"))
  const confirm = author.locator("[name=confirme]")
  if (await confirm.count()) await confirm.check()
  await press(author, "Publier")
  await author.getByText("La démarche est publiée").waitFor()
})

step("the mother says what she needs", async () => {
  await mother.goto(at(house, "/demarches/periscolaire/commencer"))
  await chooseByKeys(mother, "Je n’ai pas d’adresse électronique")
  await pressOn(mother, mother.getByRole("button", { name: "Commencer" }))
  await arrivedAt(mother, "Notez votre numéro et votre code")
  await pressOn(mother, mother.getByRole("link", { name: "C’est noté, continuer" }))
  await chooseByKeys(mother, "Pour moi")
  await type(mother.getByLabel("Votre nom de famille"), "Diallo")
  await type(mother.getByLabel("Vos prénoms"), "Aminata")
  await goOn()
  await pressOn(mother, mother.getByRole("link", { name: "Votre besoin" }))
  await pressOn(mother, mother.getByLabel("La cantine", { exact: true }), "Space")
  await date(["4", "1", "2027"])
  await goOn()
  await arrivedAt(mother, "Les enfants")
  await mother.getByText("Rien n’est ajouté pour l’instant.").waitFor()
  await mother.getByText("Encore un au moins.").waitFor()
  await checkPage(mother, "rows-01-none")
})

step("each child has a page, which says what is missing", async () => {
  await goOn()
  await mother.getByRole("alert").getByRole("link").first().waitFor()
  await checkPage(mother, "rows-02-none-refused")
  await pressOn(mother, mother.getByRole("link", { name: "Ajouter un enfant" }))
  await arrivedAt(mother, "Enfant 1")
  await checkPage(mother, "rows-03-child")
  await type(mother.getByLabel("Nom de famille"), "Diallo")
  await type(mother.getByLabel("Prénoms"), "Moussa")
  await save()
  await mother.getByRole("alert").getByRole("link").first().waitFor()
  await checkPage(mother, "rows-04-child-refused")
  await date(["3", "5", "2019"])
  await rest()
  await save()
  await arrivedAt(mother, "Les enfants")
  await child({ name: "Diallo", firstNames: "Erreur", born: ["1", "1", "2020"] })
  await child({ name: "Diallo", firstNames: "Aïssata", born: ["12", "11", "2018"] })
  await checkPage(mother, "rows-05-list")
})

step("she changes one and takes one away", async () => {
  await pressOn(mother, mother.getByRole("link", { name: /^Modifier .*Moussa/ }))
  await arrivedAt(mother, "Enfant 1")
  await type(mother.getByLabel("Prénoms"), "Moussa Ali")
  await save()
  await mother.getByText(/Moussa Ali/).first().waitFor()
  await pressOn(mother, mother.getByRole("link", { name: /^Retirer .*Erreur/ }))
  await arrivedAt(mother, /Retirer : .*Erreur/)
  await checkPage(mother, "rows-06-remove")
  await pressOn(mother, mother.getByRole("button", { name: "Retirer" }))
  await mother.getByText("C’est retiré de la liste.").waitFor()
  assert.equal(await mother.locator(".parvis-rows dt").count(), 2)
  await goOn()
  await arrivedAt(mother, "Vous joindre")
})

/** Goes to what is typed by the keyboard, and replaces it. */
async function type(locator, text) {
  await tabTo(mother, locator)
  await mother.keyboard.press("Control+A")
  await mother.keyboard.type(text)
}

async function date([day, month, year]) {
  await type(mother.getByLabel("Jour", { exact: true }), day)
  await type(mother.getByLabel("Mois", { exact: true }), month)
  await type(mother.getByLabel("Année", { exact: true }), year)
}

/** What is asked of every child after their identity. */
async function rest() {
  await type(mother.getByLabel("Quelle est son école et sa classe ?"), "Les Tilleuls, CE1")
  await pressOn(mother, mother.getByLabel("Lundi", { exact: true }), "Space")
  await chooseByKeys(mother, "Le menu du jour")
}

async function child({ name, firstNames, born }) {
  await pressOn(mother, mother.getByRole("link", { name: "Ajouter un enfant" }))
  await type(mother.getByLabel("Nom de famille"), name)
  await type(mother.getByLabel("Prénoms"), firstNames)
  await date(born)
  await rest()
  await save()
  await arrivedAt(mother, "Les enfants")
}

async function goOn() {
  await pressOn(mother, mother.getByRole("button", { name: "Continuer", exact: true }).last())
}

async function save() {
  await pressOn(mother, mother.getByRole("button", { name: "Enregistrer et revenir à la liste" }).last())
}
