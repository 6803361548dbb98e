// Everything that is asked of every page, in one call.

import assert from "node:assert/strict"

import { axeFindings, forcedColourFindings } from "./accessibility.mjs"
import { sentHtml, troubles, whereChecksRun } from "./browser.mjs"
import { keep, outPath } from "./out.mjs"
import { WIDTHS, largeTextFindings, reflowFindings } from "./reflow.mjs"
import { snapshotFindings } from "./snapshots.mjs"

/** With LOOK=1 the findings are only told, so that the journey goes on and every page is seen. */
const LOOK = process.env.LOOK === "1"

/**
 * Checks the page as it stands: axe at each width, no sideways scroll, text at 200 %, forced colours, its
 * accessibility tree against the one kept, nothing wrong in its console. Keeps its HTML for the validator
 * and its pictures for a person to look at. `name` is unique and says where: `deposit-02-address`.
 */
export async function checkPage(page, name, options = {}) {
  const findings = await pageFindings(page, name, options)
  if (findings.length === 0) return
  const report = `${name}: ${findings.length} findings\n- ${findings.join("\n- ")}`
  if (LOOK) console.error(report)
  else assert.fail(report)
}

/** The findings of `checkPage`, for who wants to look at them. */
export async function pageFindings(page, name, options = {}) {
  await keep(await sentHtml(page), "html", `${name}.html`)
  const window = page.viewportSize()
  const findings = [...troubles(page), ...(await snapshotFindings(page, name, options))]
  for (const width of WIDTHS) {
    findings.push(...(await reflowFindings(page, width)))
    await photograph(page, `${name}-${width}`)
  }
  findings.push(...(await largeTextFindings(page, 1280)), ...(await largeTextFindings(page, 390)))
  findings.push(...(await accessibilityFindings(page)))
  await page.setViewportSize(window)
  return [...new Set(findings)]
}

async function accessibilityFindings(page) {
  const { page: where, close } = await whereChecksRun(page)
  const findings = []
  for (const width of WIDTHS) {
    await where.setViewportSize({ width, height: 900 })
    findings.push(...(await axeFindings(where)))
  }
  findings.push(...(await forcedColourFindings(where, findings)))
  await close()
  return findings
}

/** A picture of the whole page in `out/screenshots/`. */
export async function photograph(page, name) {
  await page.screenshot({ path: await outPath("screenshots", `${name}.png`), fullPage: true, animations: "disabled" })
}
