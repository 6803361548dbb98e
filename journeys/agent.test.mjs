// An agent of the civil registry and the person whose request she decides.

import assert from "node:assert/strict"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, looksWell, press, refused, write, writeDate } from "./gestures/answers.mjs"
import * as birth from "./gestures/birth.mjs"
import { PASSWORD, at, codeOfAgent, mailTo, signIn } from "./gestures/demonstration.mjs"
import { paper } from "./gestures/files.mjs"
import { asPaper, checkPage, keepPicture, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const CLAIRE = "claire.marchand@rochebrune.example"
const KARIM = "karim.belkacem@rochebrune.example"
const ADDRESS = "helene.bezier@example.org"
const HELENE = { name: "Bézier-Këller", firstNames: "Hélène", born: ["2", "3", "1979"] }

let browser, house, person, agent, colleague
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  person = await openPage(browser)
  agent = await openPage(browser, { width: 1280, height: 800 })
  colleague = await openPage(browser, { width: 1280, height: 800 })
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("a person asks for a certificate", async () => {
  await birth.beginByEmail(person, house, ADDRESS)
  await birth.answerAll(person, HELENE)
  await follow(person, "Continuer")
  known.number = await birth.deposit(person)
  assert.match(await mailTo(house, ADDRESS), new RegExp(known.number))
})

step("the agent signs in with her password and the code of her application", async () => {
  await agent.goto(at(house, "/agent"))
  await arrivedAt(agent, "Connexion des agents")
  await checkPage(agent, "agent-01-password")
  await write(agent, "Adresse électronique professionnelle", CLAIRE)
  await write(agent, "Mot de passe", "not this one at all")
  await press(agent, "Continuer")
  await refused(agent, /ne vont pas ensemble/)
  await write(agent, "Mot de passe", PASSWORD)
  await press(agent, "Continuer")
  await arrivedAt(agent, "Code de votre application")
  await checkPage(agent, "agent-02-code")
  await press(agent, "Se connecter")
  await refused(agent, /six chiffres/)
  await write(agent, "Code à six chiffres", await codeOfAgent(house, CLAIRE))
  await press(agent, "Se connecter")
})

step("her queue puts first what the law watches, and filters", async () => {
  await arrivedAt(agent, /État civil : demandes à traiter/)
  await checkPage(agent, "agent-03-queue", { without: "tbody, .govuk-pagination", mask: [[/\d+/g, "N"]] })
  await agent.getByText("Affiner", { exact: true }).click()
  await agent.getByLabel("Seulement celles que j’ai prises").check()
  await press(agent, "Afficher")
  await looksWell(agent)
  await follow(agent, "Tout effacer")
})

step("she finds the file by a name written without its accents", async () => {
  await write(agent, "Numéro, nom ou mot", "bezier kel")
  await press(agent, "Chercher")
  const rows = agent.getByRole("row").filter({ hasText: known.number })
  await rows.waitFor()
  assert.match(await rows.innerText(), /Bézier-Këller/i)
  assert.ok(!agent.url().includes("bezier"), "the name is in the address of the page")
  await write(agent, "Numéro, nom ou mot", "nobody bears this name")
  await press(agent, "Chercher")
  await agent.getByText("Aucune demande de vos groupes ne porte").waitFor()
  await checkPage(agent, "agent-04-nothing-found", { mask: [[/\d+/g, "N"]] })
  await write(agent, "Numéro, nom ou mot", known.number.toLowerCase())
  await press(agent, "Chercher")
  await follow(agent, known.number)
})

step("she reads it, then the next one, and takes it", async () => {
  await arrivedAt(agent, new RegExp(known.number))
  await keepPicture(agent, "agent-file-1280")
  await checkPage(agent, "agent-05-file")
  const next = agent.getByRole("link", { name: "Dossier suivant" })
  if (await next.isVisible()) {
    await next.click()
    await arrivedAt(agent, /Demande/)
    assert.ok(!agent.url().includes(known.number))
    await looksWell(agent)
  }
  await open(agent)
  await press(agent, "Prendre ce dossier")
  await agent.getByText("Vous avez pris ce dossier.").waitFor()
})

step("she gives it to a colleague, and takes it back", async () => {
  await follow(agent, "Donner à un collègue")
  await arrivedAt(agent, "Donner le dossier à un collègue")
  await press(agent, "Donner")
  await refused(agent, /à qui donner/)
  await checkPage(agent, "agent-18-give-refused")
  await agent.getByRole("radio", { name: /Karim Belkacem/ }).check()
  await press(agent, "Donner")
  await agent.getByText("Le dossier est donné à votre collègue.").waitFor()
  await press(agent, "Prendre ce dossier")
  await agent.getByText("Vous avez pris ce dossier.").waitFor()
})

step("a number that nobody bears is told as such", async () => {
  const answer = await agent.goto(at(house, "/agent/dossiers/2222-2222"))
  assert.equal(answer.status(), 404)
  await checkPage(agent, "agent-19-unknown-file")
})

step("a colleague who had the same page does not overwrite what she did", async () => {
  await signIn(colleague, house, KARIM)
  await open(colleague)
  await open(agent)
  await press(agent, "Commencer l’instruction")
  await agent.getByText("L’instruction est commencée.").waitFor()
  await press(colleague, "Commencer l’instruction")
  await colleague.getByText("Le dossier a changé").waitFor()
  await checkPage(colleague, "agent-06-changed")
})

step("she leaves a note and writes to the person", async () => {
  await sheet("Notes")
  await press(agent, "Ajouter la note")
  await refused(agent)
  await write(agent, "Ajouter une note", "Acte trouvé au registre de 1979, n° 112.")
  await press(agent, "Ajouter la note")
  await agent.getByText("Votre note est ajoutée.").waitFor()
  await checkPage(agent, "agent-07-notes")
  await sheet("Échanges")
  await write(agent, "Votre message", "Bonjour, nous avons trouvé votre acte.")
  await press(agent, "Envoyer le message")
  await agent.getByText("Votre message est envoyé.").waitFor()
  await checkPage(agent, "agent-08-exchanges")
})

step("she asks for a correction of one answer", async () => {
  await colleague.goto(at(house, `/agent/dossiers/${known.number}/demander`))
  await choose(colleague, "Qui est la personne née ?")
  await write(colleague, "Votre explication", "Pouvez-vous envoyer une copie du livret de famille ?")
  await dueDate(colleague)
  await follow(agent, "Demander une pièce ou une correction")
  await arrivedAt(agent, "Demander une pièce ou une correction")
  await press(agent, "Envoyer la demande")
  await refused(agent, /Cochez une réponse/, /explication/)
  // In a month: the day itself depends on today.
  await checkPage(agent, "agent-09-ask-refused", { mask: [[/(?<=textbox "(?:Jour|Mois|Année)": )"\d+"/g, "DUE"]] })
  await choose(agent, "Qui est la personne née ?")
  await write(agent, "Votre explication", "Le nom de naissance ne correspond pas au registre. Pouvez-vous le vérifier ?")
  await dueDate(agent)
  await press(agent, "Envoyer la demande")
  await agent.getByText("La demande est envoyée.").waitFor()
})

step("the colleague who asked at the same time is told so, and finds his words again", async () => {
  await press(colleague, "Envoyer la demande")
  await colleague.getByText("Le dossier a changé").waitFor()
  await colleague.getByText("Pouvez-vous envoyer une copie du livret de famille ?").first().waitFor()
  await checkPage(colleague, "agent-20-words-kept")
})

step("the person is told by mail, and is asked only that", async () => {
  assert.match(await mailTo(house, ADDRESS), /Il manque quelque chose/)
  await person.goto(at(house, `/dossiers/${known.number}`))
  await person.getByText("Ce que le service vous demande").waitFor()
  await checkPage(person, "agent-10-person-asked")
  await follow(person, "Répondre au service")
  await checkPage(person, "agent-11-person-answers")
  assert.equal(await person.getByLabel("Combien d’exemplaires ?").count(), 0)
  await write(person, "Nom de famille", "Bézier")
  await person.getByRole("main").getByRole("button", { name: /Envoyer/ }).last().click()
  await person.getByText("Votre réponse est envoyée au service.").waitFor()
})

step("a decision that refuses needs its reasons", async () => {
  await open(agent)
  if (await agent.getByRole("button", { name: "Commencer l’instruction" }).isVisible()) {
    await press(agent, "Commencer l’instruction")
  }
  await follow(agent, "Décider")
  await arrivedAt(agent, "Décider")
  await checkPage(agent, "agent-12-decide")
  await press(agent, "Relire la décision")
  await refused(agent)
  await agent.getByRole("radio", { name: /refus/i }).check()
  await press(agent, "Relire la décision")
  await refused(agent)
  await checkPage(agent, "agent-13-decide-refused")
  await choose(agent, "Le demandeur n’est pas une personne à qui ce document peut être remis")
  await agent.getByLabel("Motifs de fait").fill("Le registre de 1979 porte un autre nom que celui de la demande.")
  await press(agent, "Relire la décision")
})

step("she reads the decision as the person will, and takes it", async () => {
  await agent.getByText("Voici la décision telle que la personne la lira.").waitFor()
  await agent.getByLabel(/Joindre l’acte/).setInputFiles(await paper(browser, "decision.pdf", "Décision signée"))
  await checkPage(agent, "agent-14-preview")
  await press(agent, "Prendre cette décision")
  await agent.getByText("La décision est prise.").waitFor()
  await checkPage(agent, "agent-15-decided", { mask: [[/\d+([,.]\d+)? (ko|o)\b/g, "SIZE"]] })
})

step("the person reads the decision and prints it", async () => {
  await mailTo(house, ADDRESS)
  await person.reload()
  await follow(person, "Lire la décision")
  await person.getByRole("heading", { level: 1 }).waitFor()
  const act = await person.getByRole("link", { name: /Acte joint : decision\.pdf/ }).getAttribute("href")
  assert.equal((await person.request.get(new URL(act, person.url()).href)).status(), 200)
  await keepPicture(person, "decision-768")
  await checkPage(person, "agent-16-decision", { mask: [[/\d+([,.]\d+)? (ko|o)\b/g, "SIZE"]] })
  const printed = await asPaper(person, "agent-16-decision")
  assert.ok(printed.pages <= 2, `${printed.pages} pages`)
})

step("the agent sees when it was read, and the whole history", async () => {
  await agent.reload()
  await agent.getByText(/Lue pour la première fois/).waitFor()
  await sheet("Historique")
  await checkPage(agent, "agent-17-history")
  await press(agent, "Se déconnecter")
  await arrivedAt(agent, "Connexion des agents")
})

async function open(page) {
  await page.goto(at(house, `/agent/dossiers/${known.number}`))
}

/** The day of the answer, when the page proposes none. */
async function dueDate(page) {
  const due = page.getByRole("group", { name: /Réponse attendue/ })
  if ((await due.getByLabel("Année").inputValue()) === "") {
    await writeDate(due, ["31", "12", String(new Date().getFullYear())])
  }
}

/** One of the sheets of the file; its name goes with how much is on it. */
async function sheet(name) {
  await agent.getByRole("navigation", { name: "Pages du dossier" }).getByRole("link", { name: new RegExp(`^${name}`) }).click()
  await agent.getByRole("heading", { level: 2, name: new RegExp(name === "Échanges" ? "Messages" : name) }).first().waitFor()
}
