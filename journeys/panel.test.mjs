// Before she publishes, an author shows her draft to people who have no account. They say what stops them; she answers in the next revision.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, looksWell, press, write } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const OWN = "/agent/demarches/acte-naissance"
const COPIES = "Combien d’exemplaires ?"
const KIN = "Vous êtes, pour la personne née"
const HINT = "De 1 à 3. Un seul suffit presque toujours, pour un mariage aussi."
const STOPS = "Je ne sais pas si un seul suffit pour un mariage."
const ASIDE = "Le notaire est déjà dans la liste : c’est « un professionnel autorisé par la loi »."
/** The link of a panel is new at each run. */
const MASK = [[/avis\/[0-9a-f]{64}/g, "avis/CODE"]]

let browser, house, author, parent, agent, neighbour
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  author = await openPage(browser, { width: 1280, height: 900, script: false })
  parent = await openPage(browser, { width: 360, height: 740, script: false })
  agent = await openPage(browser, { width: 1280, height: 900 })
  neighbour = await openPage(browser)
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("the author writes a draft, and makes a link to share", async () => {
  await signIn(author, house, "solene.riou@rochebrune.example")
  await hint("De 1 à 3. Chaque exemplaire est gratuit.")
  await pressOn(author, author.getByRole("link", { name: "Panel", exact: true }))
  await arrivedAt(author, /Panel/)
  await checkPage(author, "panel-01-none")
  await type("Un mot pour les participants (facultatif)", "Dites-nous si l’on comprend combien en demander.")
  await pressOn(author, author.getByLabel("15 jours"), "Space")
  await pressOn(author, author.getByRole("button", { name: "Ouvrir le lien" }))
  await author.getByText("Le lien est ouvert.").waitFor()
  await checkPage(author, "panel-02-open", { mask: MASK })
  known.link = await author.locator("main a.parvis-code").innerText()
})

step("a parent opens it on a telephone, without account and without script", async () => {
  await parent.goto(known.link)
  await arrivedAt(parent, /Demander un acte de naissance/)
  await parent.getByText("Dites-nous si l’on comprend").waitFor()
  await checkPage(parent, "panel-03-begin", { mask: MASK })
  await follow(parent, "Commencer")
})

step("they try the first questions: what they type goes nowhere", async () => {
  await arrivedAt(parent, "Le document")
  await choose(parent, "Une copie intégrale")
  await write(parent, COPIES, "2")
  assert.equal(await parent.locator("main form").count(), 0, "nothing can be sent")
  await checkPage(parent, "panel-04-step", { mask: MASK })
})

step("they say what stops them at a question, and come back to it", async () => {
  await follow(parent, `Faire une remarque : ${COPIES}`)
  await arrivedAt(parent, /Qu’est-ce qui vous arrête/)
  await press(parent, "Envoyer la remarque")
  await parent.locator(".govuk-error-summary").waitFor()
  await checkPage(parent, "panel-05-say", { mask: MASK })
  await write(parent, "Votre remarque", STOPS)
  await write(parent, "Votre nom ou votre rôle (facultatif)", "Une future mariée")
  await press(parent, "Envoyer la remarque")
  await arrivedAt(parent, /votre remarque est gardée/)
  await checkPage(parent, "panel-06-thanks", { mask: MASK })
  await follow(parent, "Continuer la démarche")
  await arrivedAt(parent, "Le document")
})

step("they walk to the end", async () => {
  for (let steps = 1; ; steps += 1) {
    await follow(parent, "Continuer")
    await looksWell(parent)
    if (parent.url().endsWith("/fin")) break
    assert.ok(steps < 20, "no end")
  }
  await arrivedAt(parent, /Vous êtes au bout/)
  await checkPage(parent, "panel-07-end", { mask: MASK })
})

step("an agent says what stops her too, with the keyboard", async () => {
  await signIn(agent, house, "claire.marchand@rochebrune.example")
  await agent.goto(known.link)
  await pressOn(agent, agent.getByRole("link", { name: "Commencer", exact: true }))
  await pressOn(agent, agent.getByRole("link", { name: "Continuer", exact: true }))
  await pressOn(agent, agent.getByRole("link", { name: new RegExp(`^Faire une remarque : ${KIN}`) }))
  await tabTo(agent, agent.getByLabel("Votre remarque"))
  await agent.keyboard.type("Les notaires ne se trouvent pas dans cette liste.")
  await tabTo(agent, agent.getByLabel(/^Votre nom ou votre rôle/))
  await agent.keyboard.type("Accueil de l’état civil")
  await pressOn(agent, agent.getByRole("button", { name: "Envoyer la remarque" }))
  await arrivedAt(agent, /votre remarque est gardée/)
})

step("the author finds the remarks at their questions, in the draft and in the editor", async () => {
  await author.goto(at(house, OWN))
  await author.getByText("2 remarques à traiter").waitFor()
  await author.goto(at(house, `${OWN}/editeur`))
  await author.locator(".parvis-outline").getByText("1 remarque à traiter").first().waitFor()
  await author.goto(at(house, `${OWN}/panel`))
  await author.getByText(STOPS).waitFor()
  await author.getByText(/^Une future mariée, le/).waitFor()
  await checkPage(author, "panel-08-remarks", { mask: MASK })
})

step("she sets one aside: it takes a reason", async () => {
  await answer(KIN)
  await pressOn(author, author.getByLabel("J’en tiens compte"), "ArrowDown")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("Écrivez pourquoi vous écartez cette remarque").first().waitFor()
  await checkPage(author, "panel-09-why")
  await type("Ce qui change, ou pourquoi rien ne change", ASIDE)
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("Votre réponse est gardée").waitFor()
})

step("she takes the other into account, and changes the question", async () => {
  await answer(COPIES)
  await pressOn(author, author.getByLabel("J’en tiens compte"), "Space")
  await type("Ce qui change, ou pourquoi rien ne change", "L’aide dit maintenant combien en demander.")
  await checkPage(author, "panel-10-answer")
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("Votre réponse est gardée").waitFor()
  await checkPage(author, "panel-11-answered", { mask: MASK })
  await hint(HINT)
})

step("she publishes: the link then shows a text that is past, and she closes it", async () => {
  await pressOn(author, author.getByRole("link", { name: "Publier ce brouillon" }))
  await pressOn(author, author.getByRole("button", { name: "Publier", exact: true }))
  await author.getByText("La démarche est publiée").waitFor()
  await author.goto(at(house, `${OWN}/panel`))
  await pressOn(author, author.getByRole("button", { name: "Fermer ce lien" }))
  await author.getByText("Le lien est fermé").waitFor()
  const late = await parent.goto(known.link)
  assert.equal(late.status(), 410)
  await arrivedAt(parent, "Ce panel est fermé")
  await checkPage(parent, "panel-12-over", { mask: MASK })
})

step("everybody reads what changed and what it answers, and never who said what", async () => {
  await neighbour.goto(at(house, "/demarches/acte-naissance"))
  await follow(neighbour, "Ce qui a changé dans cette démarche")
  await arrivedAt(neighbour, /Ce qui a changé/)
  await neighbour.getByText("L’aide dit maintenant combien en demander.").waitFor()
  const told = await neighbour.locator("main").innerText()
  for (const secret of [STOPS, "future mariée", ASIDE, "notaire"]) assert.ok(!told.includes(secret), secret)
  await checkPage(neighbour, "panel-13-changes")
})

/** The author changes the help of a question in the editor, by the keyboard, and goes back to the outline. */
async function hint(words) {
  await author.goto(at(house, `${OWN}/editeur`))
  await pressOn(author, author.getByRole("link", { name: COPIES, exact: true }))
  await tabTo(author, author.locator('[id="steps.document.elements.copies.hint.fr"]'))
  await author.keyboard.press("Control+A")
  await author.keyboard.type(words)
  await pressOn(author, author.getByRole("button", { name: "Enregistrer" }))
  await author.getByText("gardée dans le brouillon").waitFor()
  await pressOn(author, author.getByRole("link", { name: "Retour au plan de la démarche" }).first())
}

/** The author opens the remark of a question. */
async function answer(question) {
  await pressOn(author, author.getByRole("link", { name: new RegExp(`^Répondre : ${question}`) }))
  await arrivedAt(author, /Une remarque/)
}

async function type(label, text) {
  await tabTo(author, author.getByLabel(label, { exact: true }))
  await author.keyboard.press("Control+A")
  await author.keyboard.type(text)
}
