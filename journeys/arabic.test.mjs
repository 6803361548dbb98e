// A mother who reads Arabic enrols her daughter for school and canteen, on a telephone, without script. The house speaks French; what
// the authors of the procedure wrote is in Arabic, from right to left, up to the receipt.

import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { after, before } from "node:test"

import { arrivedAt, choose, follow, looksWell, press, refused, write, writeDate } from "./gestures/answers.mjs"
import { at, signIn } from "./gestures/demonstration.mjs"
import { checkPage, openBrowser, openPage, startHouse, step } from "./harness/index.mjs"

const SOLENE = "solene.riou@rochebrune.example"
const TELEPHONE = { width: 360, height: 740, script: false }
const TITLE = "تسجيل طفل في المدرسة وفي المطعم المدرسي"
const FRENCH_TITLE = "Inscrire un enfant à l’école et à la cantine"
/** What the commune adds to the procedure: a question that nobody translated, and whom it is not for, in Arabic. */
const ADDED = `    ineligible:
      - if: lives_here == false
        message:
          fr: Les écoles de la commune accueillent les enfants qui y habitent.
          ar: تستقبل مدارس البلدية الأطفال الساكنين فيها.
        who:
          fr: La mairie de votre commune inscrit votre enfant.
          ar: بلدية (mairie) مكان سكنكم هي التي تسجّل طفلكم.
    elements:
      - field: lives_here
        kind: yes_no
        label: Habitez-vous déjà la commune ?
`

let browser, house, mother, author, other
const known = {}
before(async () => {
  house = await startHouse()
  browser = await openBrowser()
  mother = await openPage(browser, TELEPHONE)
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

step("she finds her language on the page of the procedure, under its own name", async () => {
  await mother.goto(at(house, "/demarches/ecole-cantine"))
  await arrivedAt(mother, FRENCH_TITLE)
  await follow(mother, "العربية")
  await arrivedAt(mother, TITLE)
  await isArabic(mother.getByRole("heading", { level: 1 }))
  await isArabic(mother.getByText("شهادة تسجيل (certificat d’inscription)"))
  await mother.getByText("le texte français fait foi").waitFor()
  await checkPage(mother, "arabic-01-presentation")
})

step("she begins without e-mail, and every step has its name in Arabic", async () => {
  await follow(mother, "Commencer la démarche")
  await isArabic(mother.getByRole("listitem").filter({ hasText: "إثبات سكن حديث" }))
  await begin(mother, { name: "Haddad", firstNames: "Amina" })
  await arrivedAt(mother, TITLE)
  await isArabic(mother.getByRole("link", { name: "طلبكم" }))
  await looksWell(mother)
})

step("a refused answer quotes the question in Arabic; its boxes stand on the right", async () => {
  await follow(mother, "طلبكم")
  await press(mother, "Continuer")
  await refused(mother, /Cochez au moins une réponse : « ماذا تريدون أن تطلبوا؟ »/)
  await checkPage(mother, "arabic-02-need-refused")
  const box = await mother.getByLabel("التسجيل في المدرسة (école)").boundingBox()
  const words = await mother.getByText("التسجيل في المدرسة (école)", { exact: true }).boundingBox()
  assert.ok(box.x > words.x + words.width / 2, "the box is not on the right of its words")
  await choose(mother, "التسجيل في المدرسة (école)")
  await choose(mother, "التسجيل في المطعم المدرسي (cantine)")
  await press(mother, "Continuer")
  await choose(mother, "انتقلنا حديثًا إلى سكن جديد")
  await writeDate(mother, ["1", "9", String(new Date().getFullYear() + 1)])
  await press(mother, "Continuer")
  const explained = mother.getByText("شهادة مغادرة (certificat de radiation)")
  if (await explained.isVisible()) await press(mother, "Continuer")
})

step("she writes her daughter in, comes back to French for a neighbour, and goes on in Arabic", async () => {
  await arrivedAt(mother, "الأطفال")
  await isArabic(mother.getByText("الطفل 1", { exact: true }))
  await checkPage(mother, "arabic-03-children")
  await write(mother, "Nom de famille", "Haddad")
  await write(mother, "Prénoms", "Yasmine")
  await writeDate(mother, ["3", "5", "2021"])
  for (const answer of ["قسم الكبار (grande section) – 5 سنوات", "الاثنين", "قائمة اليوم"]) await choose(mother, answer)
  await press(mother, "Continuer")
  await arrivedAt(mother, "عنوانكم")
  await follow(mother, "français")
  await arrivedAt(mother, "Votre adresse")
  assert.equal(await mother.locator("main [dir=rtl]:not(nav *)").count(), 0)
  await follow(mother, "العربية")
  await arrivedAt(mother, "عنوانكم")
})

step("she answers the rest", async () => {
  await writeHome(mother)
  await press(mother, "Continuer")
  await arrivedAt(mother, "الوالد الآخر")
  await choose(mother, "Non")
  await press(mother, "Continuer")
  await arrivedAt(mother, "وقت الغداء")
  await write(mother, "على أي رقم يمكن الاتصال بكم وقت الغداء؟", "06 39 98 12 34")
  await choose(mother, "بالبريد العادي")
  await press(mother, "Continuer")
  await arrivedAt(mother, "وثائقكم")
  for (const later of await mother.getByLabel("Je l’enverrai autrement").all()) await later.check()
  await press(mother, "Continuer")
  await follow(mother, "Vérifier et envoyer")
  await arrivedAt(mother, "Vérifiez vos réponses")
  await isArabic(mother.getByText("قسم الكبار (grande section) – 5 سنوات"))
  await looksWell(mother)
  await follow(mother, "Continuer")
})

step("she declares in Arabic, and the receipt names the procedure in Arabic and in French", async () => {
  await arrivedAt(mother, "Déposez votre demande")
  await isArabic(mother.getByText("أصرّح بأن أجوبتي صحيحة."))
  await looksWell(mother)
  await choose(mother, "Je le déclare")
  await press(mother, "Déposer ma demande")
  await mother.getByText("Votre demande est déposée").waitFor()
  await isArabic(mother.getByText(TITLE))
  await isArabic(mother.getByText("تتلقون الرد عادةً خلال أسبوعين."))
  await mother.getByText(FRENCH_TITLE).waitFor()
  await checkPage(mother, "arabic-04-receipt")
  known.number = await mother.locator(".parvis-reference").nth(0).innerText()
})

step("she follows her request: what she answered is still in Arabic", async () => {
  await follow(mother, "Suivre ma demande")
  await arrivedAt(mother, TITLE)
  await mother.getByText("Relire ce que vous avez déposé").click()
  await isArabic(mother.getByText("انتقلنا حديثًا إلى سكن جديد"))
  await looksWell(mother)
})

step("the commune adds a question, and does not have it translated", async () => {
  author = await openPage(browser, { width: 1280, height: 900, script: false })
  const file = await readFile(new URL("../procedures/inscription-scolaire-cantine.yaml", import.meta.url), "utf8")
  const changed = file.replace("    elements:\n      - field: home\n", `${ADDED}      - field: home\n`)
  assert.notEqual(changed, file)
  await signIn(author, house, SOLENE)
  await author.goto(at(house, "/agent/nouvelle-demarche"))
  await write(author, "Texte de la démarche (facultatif)", changed)
  await press(author, "Vérifier et garder le brouillon")
  // A draft of the demonstration waits there: she is told, and this one takes its place.
  await author.getByText("Un autre brouillon de cette démarche existe").first().waitFor()
  await press(author, "Vérifier et garder le brouillon")
  await author.getByText("ce texte manque en : arabe, ukrainien").first().waitFor()
  await author.goto(at(house, "/agent/demarches/ecole-cantine/publier"))
  for (const asked of ["confirme", "motif"]) {
    const field = author.locator(`[name=${asked}]`)
    if (!(await field.count())) continue
    if (asked === "confirme") await field.check()
    else await field.fill("Dire au plus tôt que l’école est ailleurs.")
  }
  await press(author, "Publier")
  await author.getByText("La démarche est publiée").waitFor()
})

step("another mother reads that question in French, marked so, and in Arabic why she must ask elsewhere", async () => {
  other = await openPage(browser, TELEPHONE)
  await other.goto(at(house, "/demarches/ecole-cantine/commencer"))
  await follow(other, "العربية")
  await begin(other, { name: "Salem", firstNames: "Nour" })
  await follow(other, "عنوانكم")
  const question = other.getByText("Habitez-vous déjà la commune ?", { exact: true })
  assert.deepEqual([await question.getAttribute("lang"), await question.getAttribute("dir")], ["fr", "ltr"])
  await other.getByText("(en français)").waitFor()
  await isArabic(other.getByText("أين يسكن الأطفال؟"))
  await looksWell(other)
  await choose(other, "Non")
  await writeHome(other)
  await press(other, "Continuer")
  await arrivedAt(other, "Vous ne pouvez pas faire cette demande")
  await isArabic(other.getByText("تستقبل مدارس البلدية الأطفال الساكنين فيها."))
  await isArabic(other.getByText("بلدية (mairie) مكان سكنكم هي التي تسجّل طفلكم."))
  await checkPage(other, "arabic-05-ineligible")
  await follow(other, "français")
  await other.getByText("Les écoles de la commune accueillent les enfants qui y habitent.").waitFor()
})

/** Says who she is, as somebody without e-mail, up to the list of steps. */
async function begin(page, { name, firstNames }) {
  await choose(page, "Je n’ai pas d’adresse électronique")
  await press(page, "Commencer")
  await arrivedAt(page, "Notez votre numéro et votre code")
  await follow(page, "C’est noté, continuer")
  await choose(page, "Pour moi")
  await write(page, "Votre nom de famille", name)
  await write(page, "Vos prénoms", firstNames)
  await press(page, "Continuer")
}

async function writeHome(page) {
  await page.getByLabel(/^Numéro/).fill("12")
  await write(page, "Rue ou lieu-dit", "rue des Tanneurs")
  await write(page, "Code postal", "49400")
  await write(page, "Commune", "Saumur")
}

/** What is there is said to be in Arabic, runs from right to left, and begins on the right. */
async function isArabic(where) {
  const said = await where.first().evaluate((element) => {
    const inside = element.querySelector("[lang]") ?? element
    const style = getComputedStyle(inside)
    return { language: inside.closest("[lang]").lang, direction: style.direction, side: style.textAlign }
  })
  assert.equal(said.language, "ar")
  assert.equal(said.direction, "rtl")
  assert.ok(["start", "right"].includes(said.side), said.side)
}
