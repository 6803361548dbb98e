// What the demonstration shows to who plays every part: the mails that left, the codes of agents.

import assert from "node:assert/strict"
import { setTimeout as pause } from "node:timers/promises"

import { arrivedAt, press, write } from "./answers.mjs"

/** The large town and the village of the demonstration. */
export const TOWN = "rochebrune"
export const VILLAGE = "saint-elme"

/** The password of every agent of the demonstration. */
export const PASSWORD = "Le-heron-attend-la-maree"

/** The address of a page of a commune. */
export function at(house, path = "/", commune = TOWN) {
  return `${house.url}/${commune}${path}`
}

const alreadyRead = new Set()

/** The code of six digits in the mail that was just written to this address: the page `/dev` shows every mail. */
export async function codeSentTo(house, address) {
  const text = await mailTo(house, address)
  const code = /\b(\d{3})[\s\u00a0\u202f]?(\d{3})\b/.exec(text.replaceAll("&nbsp;", " "))
  assert.ok(code, `no code in ${text}`)
  return code[1] + code[2]
}

/** The page of the latest mail to this address that nobody read yet; it may take a moment to be written. */
export async function mailTo(house, address) {
  for (let tries = 0; tries < 100; tries += 1) {
    const latest = rows(await read(house, "/dev"), `data-mail-to="${address}"`)[0]
    const href = latest && /href="([^"]+)"/.exec(latest)[1]
    if (href && !alreadyRead.has(href)) {
      alreadyRead.add(href)
      const page = await read(house, href)
      return page.slice(page.indexOf('id="texte"'), page.indexOf("</main>"))
    }
    await pause(100)
  }
  return assert.fail(`no mail was written to ${address}`)
}

/** The code that the application of this agent shows now; each serves once. */
export async function codeOfAgent(house, email) {
  for (let tries = 0; tries < 350; tries += 1) {
    const [row] = rows(await read(house, "/dev"), `data-agent="${email}"`)
    const code = /<code>(\d{3})\s?(\d{3})<\/code>/.exec(row)
    if (!code) return assert.fail(`no code for ${email}`)
    const key = `${email} ${code[1]}${code[2]}`
    if (!alreadyRead.has(key)) {
      alreadyRead.add(key)
      return code[1] + code[2]
    }
    await pause(100)
  }
  return assert.fail(`the code of ${email} does not change`)
}

/** Signs an agent in, up to the queue. */
export async function signIn(page, house, email, commune = TOWN) {
  await page.goto(at(house, "/agent/connexion", commune))
  await write(page, "Adresse électronique professionnelle", email)
  await write(page, "Mot de passe", PASSWORD)
  await press(page, "Continuer")
  await arrivedAt(page, "Code de votre application")
  await write(page, "Code à six chiffres", await codeOfAgent(house, email))
  await press(page, "Se connecter")
  await arrivedAt(page, /demandes à traiter/)
}

async function read(house, path) {
  const answer = await fetch(new URL(path, house.url))
  assert.equal(answer.status, 200, path)
  return answer.text()
}

/** The rows of tables that bear this attribute. */
function rows(html, attribute) {
  return html.split("<tr ").filter((row) => row.includes(attribute))
}
