// Pictures that a person looks at: those of the README, and pages as they leave the printer.

import { writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"

import { outPath } from "./out.mjs"

const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url))
const HEIGHTS = { 320: 640, 768: 1024, 1280: 800 }

/**
 * Keeps what the window shows in `docs/screenshots/`, for the README; its name ends with its width:
 * `accueil-320`. Only with UPDATE=1: a picture changes when somebody wants it to.
 */
export async function keepPicture(page, name) {
  if (process.env.UPDATE !== "1") return
  const width = Number(name.split("-").at(-1))
  const window = page.viewportSize()
  await page.setViewportSize({ width, height: HEIGHTS[width] })
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled" })
  await page.setViewportSize(window)
}

/** The page as it leaves the printer, on A4, kept in `out/paper/`; says how many pages. */
export async function asPaper(page, name) {
  const pdf = await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } })
  await writeFile(await outPath("paper", `${name}.pdf`), pdf)
  await photographOnPaper(page, name)
  return { pages: pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length, bytes: pdf.length }
}

async function photographOnPaper(page, name) {
  const window = page.viewportSize()
  await page.setViewportSize({ width: 680, height: 1000 })
  await page.emulateMedia({ media: "print" })
  await page.screenshot({ path: await outPath("paper", `${name}.png`), fullPage: true })
  await page.emulateMedia({ media: "screen" })
  await page.setViewportSize(window)
}
