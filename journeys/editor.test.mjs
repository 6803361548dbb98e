// An author writes a procedure from nothing, in the editor, with the keyboard alone; then without script. A person deposits it.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, press, write, writeDate } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const SOLENE = "solene.riou@rochebrune.example"
const OWN = "/agent/demarches/emprunter-un-broyeur"

let browser, house, author, pointer, person
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  author = await openPage(browser, { width: 1280, height: 900, script: false })
  person = await openPage(browser, { width: 360, height: 740, script: false })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the author begins a procedure from nothing", async () => {
  await signIn(author, house, SOLENE)
  await author.goto(at(house, "/agent/demarches"))
  await pressOn(author, author.getByRole("link", { name: "Créer une démarche" }))
  await arrivedAt(author, "Créer une démarche")
  await checkPage(author, "editor-01-begin")
  await type(author.getByLabel("Titre de la démarche"), "Emprunter un broyeur")
  await pick(author.getByLabel("Service qui répond"), "V")
  await pick(author.getByLabel("Groupe qui instruit"), "V")
  await author.keyboard.press("Enter")
  await pressOn(author, author.getByRole("button", { name: "Créer le brouillon" }))
  await arrivedAt(author, /Emprunter un broyeur/)
  await author.getByText(/points sont à compléter/).waitFor()
  await checkPage(author, "editor-02-outline-new")
})

step("she says what the public reads first", async () => {
  await pressOn(author, author.getByRole("link", { name: "Présentation, papiers, coût et délai" }))
  await arrivedAt(author, /Présentation/)
  await type(french("summary"), "Empruntez le broyeur de végétaux de la commune.")
  await pick(author.getByLabel("Rubrique"), "R")
  await type(french("who_for"), "Les habitants de la commune.")
  await type(french("what_you_get"), "Le broyeur, pour une journée.")
  await type(french("delay.words"), "Une réponse en une semaine.")
  await type(author.getByLabel("Délai habituel, en jours"), "7")
  await type(french("doors.counter"), "À l'accueil, aux heures d'ouverture.")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await checkPage(author, "editor-03-presentation")
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
})

step("she says what the law asks", async () => {
  await pressOn(author, author.getByRole("link", { name: "Qui répond, règles de droit et données" }))
  await pick(author.getByLabel("Sans réponse de votre part"), "Silence vaut a")
  await type(author.getByLabel("Après quel délai"), "2 months")
  await type(author.getByLabel("Texte qui le dit"), "CRPA, art. L231-1")
  await type(french("data_defaults.purpose"), "Prêter le broyeur.")
  await pick(control("data_defaults.legal_basis.ground"), "Mission")
  await type(french("data_defaults.legal_basis.text"), "Délibération du conseil municipal")
  await type(control("data_defaults.retention"), "1 year")
  await type(control("retention.after_decision"), "1 year")
  await type(french("retention.legal_basis"), "Tableau de gestion des archives")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await checkPage(author, "editor-04-rules")
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
})

step("she makes three steps, each with a question", async () => {
  await addStep("Le jour")
  await addStep("Le jardin")
  await addQuestion("Votre demande", "Avez-vous déjà emprunté le broyeur ?", "Oui ou non")
  await addQuestion("Le jour", "Pour quel jour ?", "Date")
  await addQuestion("Le jardin", "Que voulez-vous broyer ?", "Une réponse parmi")
  await checkPage(author, "editor-05-field")
  const place = "steps.le_jardin.elements.que_voulez_vous_broyer.options"
  await type(french(`${place}.0.label`), "Des branches")
  await type(french(`${place}.1.label`), "Des haies")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
  await author.getByText("Rien ne manque").waitFor()
})

step("she orders the steps, changes her mind, and undoes", async () => {
  await pressOn(author, author.getByRole("button", { name: "Monter : Le jardin" }))
  await stepsAre(["Votre demande", "Le jardin", "Le jour"])
  await pressOn(author, author.getByRole("button", { name: "Retirer : Le jour" }))
  await stepsAre(["Votre demande", "Le jardin"])
  await pressOn(author, author.getByRole("button", { name: "Annuler" }))
  await pressOn(author, author.getByRole("button", { name: "Annuler" }))
  await stepsAre(["Votre demande", "Le jour", "Le jardin"])
  await checkPage(author, "editor-06-outline")
})

step("she reads what the check found, and keeps it with her reason", async () => {
  await pressOn(author, author.getByRole("link", { name: "Que voulez-vous broyer ?", exact: true }))
  await type(french("steps.le_jardin.elements.que_voulez_vous_broyer.hint"), "Le cas échéant, des racines.")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
  await pressOn(author, author.getByRole("link", { name: /à relire : Que voulez-vous broyer/ }))
  await arrivedAt(author, /Que voulez-vous broyer/)
  await checkPage(author, "editor-07-findings")
  await pressOn(author, author.locator("#constat-1 summary"))
  await type(author.locator("#raison-1"), "Le broyeur ne prend rien d’autre.")
  await pressOn(author, author.locator("#constat-1").getByRole("button", { name: "Garder ainsi" }))
  await author.getByText("Le constat est gardé").waitFor()
})

step("she sees the question as it will be, on a telephone and on a desk", async () => {
  const frames = author.locator("iframe")
  assert.equal(await frames.count(), 2)
  for (const [place, width] of [[0, 360], [1, 1100]]) {
    const frame = frames.nth(place).contentFrame()
    await frame.getByText("Que voulez-vous broyer ?").waitFor()
    assert.equal(await frame.locator("html").evaluate((root) => root.clientWidth), width)
  }
})

step("she chooses when it is asked", async () => {
  await pressOn(author, author.getByRole("link", { name: "Choisir la condition dans des listes" }))
  await arrivedAt(author, "Choisir une condition")
  await pick(author.getByLabel("Ajouter une question à regarder"), "Avez")
  await pressOn(author, author.getByRole("button", { name: "Ajouter cette question" }))
  await author.getByText(/La réponse à «\sAvez-vous déjà emprunté/).waitFor()
  await pick(author.locator("#valeur-1"), "Non")
  await checkPage(author, "editor-08-condition")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer cette condition" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await author.getByText(/apparaît si la réponse à «\sAvez-vous déjà emprunté le broyeur\s\?\s» est «\sNon\s»/).waitFor()
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
})

step("with a pointer, she drags a step, and undoes", async () => {
  pointer = await openPage(browser, { width: 1280, height: 1400 })
  await signIn(pointer, house, SOLENE)
  await pointer.goto(at(house, `${OWN}/editeur`))
  const titles = pointer.locator("h3")
  const handle = pointer.locator('[data-part="steps/le_jour"] > .parvis-outline__line > .parvis-handle')
  const first = await pointer.locator('[data-part="steps/votre_demande"]').boundingBox()
  const { x, y } = await handle.boundingBox()
  await pointer.mouse.move(x + 8, y + 8)
  await pointer.mouse.down()
  await pointer.mouse.move(x + 8, first.y + 40, { steps: 8 })
  await pointer.mouse.up()
  await titles.first().filter({ hasText: "Le jour" }).waitFor()
  await pointer.getByRole("status").filter({ hasText: "Le jour : place 1 sur 3" }).waitFor()
  await pointer.getByRole("button", { name: "Annuler" }).click()
  await titles.first().filter({ hasText: "Votre demande" }).waitFor()
  await author.reload()
})

step("she publishes", async () => {
  await pressOn(author, author.getByRole("link", { name: "Publier ce brouillon" }))
  await pressOn(author, author.getByRole("button", { name: "Publier" }))
  await author.getByText("La démarche est publiée").waitFor()
  assert.ok(author.url().includes(OWN))
})

step("a person makes it on a telephone, and deposits", async () => {
  await person.goto(at(house, "/demarches/emprunter-un-broyeur/commencer"))
  await choose(person, "Par mon adresse électronique")
  await write(person, "Votre adresse électronique", "jardiniere@example.org")
  await press(person, "Commencer")
  await birth.giveCode(person, house, "jardiniere@example.org")
  await arrivedAt(person, /Pour qui est cette demande/)
  await choose(person, "Pour moi")
  await write(person, "Votre nom de famille", "Royer")
  await write(person, "Vos prénoms", "Lise")
  await press(person, "Continuer")
  await follow(person, "Votre demande")
  await choose(person, "Non")
  await press(person, "Continuer")
  await arrivedAt(person, "Le jour")
  await writeDate(person, ["14", "7", "2027"])
  await press(person, "Continuer")
  await arrivedAt(person, "Le jardin")
  await choose(person, "Des haies")
  await press(person, "Continuer")
  await birth.check(person)
  await follow(person, "Continuer")
  await birth.deposit(person)
})

step("she promises another language, and writes search words in it", async () => {
  const page = `${OWN}/editeur/partie/presentation`
  await author.goto(at(house, page))
  assert.equal(await control("keywords.ar").count(), 0, "nobody promised it yet")
  await type(control("languages"), "ar")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await type(control("keywords.ar"), "تقطيع الأغصان")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await author.goto(at(house, page))
  assert.equal(await control("keywords.ar").inputValue(), "تقطيع الأغصان")
  assert.equal(await control("keywords.ar").getAttribute("dir"), "rtl")
  await checkPage(author, "editor-09-languages")
})

/** Waits until the outline shows these steps, in this order. */
async function stepsAre(titles) {
  const shown = author.locator("h3")
  for (const [place, title] of titles.entries()) await shown.nth(place).filter({ hasText: title }).waitFor()
  await shown.nth(titles.length).waitFor({ state: "detached" })
}

/** What is typed in French at a place of the file. */
function french(place) {
  return author.locator(`[id="${place}.fr"]`)
}

function control(place) {
  return author.locator(`[id="${place}"]`)
}

/** Goes to what is typed by the keyboard, and replaces it. */
async function type(locator, text) {
  await tabTo(author, locator)
  await author.keyboard.press("Control+A")
  await author.keyboard.type(text)
}

/** Chooses in a list by its first letters. */
async function pick(locator, letters) {
  await tabTo(author, locator)
  await author.keyboard.type(letters)
}

async function addStep(title) {
  await pressOn(author, author.getByRole("link", { name: "Ajouter une étape" }))
  await type(author.getByLabel("Titre de l’étape"), title)
  await pressOn(author, author.getByRole("button", { name: "Ajouter" }))
  await author.getByText("C’est ajouté").waitFor()
}

async function addQuestion(where, label, kind) {
  const back = author.getByRole("link", { name: "Retour au plan de la démarche" }).first()
  if (await back.count()) await pressOn(author, back)
  await pressOn(author, author.getByRole("link", { name: `Ajouter une question ou un texte : ${where}` }))
  await pressOn(author, author.getByLabel("Une question", { exact: true }), "Space")
  await type(author.getByLabel(/Texte de la question/), label)
  await pick(author.getByLabel("Comment on répond"), kind)
  await pressOn(author, author.getByRole("button", { name: "Ajouter" }))
  await author.getByText("C’est ajouté").waitFor()
}
