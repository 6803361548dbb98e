// The night of a flood, an author opens the request for aid, by keyboard, without script. Every action is counted.

import assert from "node:assert/strict"
import { readFile, writeFile } from "node:fs/promises"
import { after, before } from "node:test"

import { arrivedAt } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, pressOn, startHouse, step, tabTo } from "./harness/index.mjs"

const GUIDE = new URL("../docs/procedures.md", import.meta.url)
const COUNT = /(opens a crisis procedure in )\d+( actions)/

let browser, house, author, person
let actions = 0

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

step("the author answers what happened, where, who answers and until when", async () => {
  await signIn(author, house, "solene.riou@rochebrune.example")
  await author.goto(at(house, "/agent/demarches"))
  await press("link", "Ouvrir une démarche de crise")
  await arrivedAt(author, "Ouvrir une démarche de crise")
  await checkPage(author, "crise-01-open")
  await type("Que s’est-il passé ?", "crue du 14 juin")
  await type("Quels lieux sont touchés ?", "les quais et le bourg bas")
  await type("Service qui répond", "Cadre")
  await type("Groupe qui instruit", "Cadre")
  await type("Jour", "31")
  await type("Mois", "12")
  await type("Année", "2099")
  await press("button", "Préparer la démarche")
  await author.getByText("La démarche de crise est prête").waitFor()
  await author.getByRole("button", { name: "Essayer ce brouillon" }).waitFor()
  await checkPage(author, "crise-02-draft")
})

step("she publishes", async () => {
  await press("link", "Publier ce brouillon")
  await press("button", "Publier")
  await author.getByText("La démarche est publiée").waitFor()
})

step("a person whose home is flooded finds it on their telephone", async () => {
  await person.goto(at(house, "/demarches?q=inondation"))
  await person.getByRole("link", { name: /crue du 14 juin/ }).first().click()
  await arrivedAt(person, /crue du 14 juin/)
  await person.getByText("les quais et le bourg bas").waitFor()
  await person.getByText(/31\s+décembre\s+2099/).waitFor()
})

step("the guide says how many actions it takes", async () => {
  const guide = await readFile(GUIDE, "utf8")
  const said = guide.replace(COUNT, `$1${actions}$2`)
  if (process.env.UPDATE) await writeFile(GUIDE, said)
  else assert.equal(said, guide, `it takes ${actions} actions: UPDATE=1 writes it`)
  assert.match(guide, COUNT)
})

/** One action: a link or a button. */
async function press(role, name) {
  actions += 1
  await pressOn(author, author.getByRole(role, { name, exact: true }))
}

/** One action: something typed, or chosen by its letters. */
async function type(label, text) {
  actions += 1
  await tabTo(author, author.getByLabel(label, { exact: true }))
  await author.keyboard.type(text)
}
