// One step of a journey. When one fails, what every page showed is kept in `out/failed/`, and the steps
// after it are skipped: they would only fail for the same reason.

import { test } from "node:test"

import { openPages } from "./browser.mjs"
import { outPath } from "./out.mjs"

let failed = null

/** A step, told as what the person does. */
export function step(name, act) {
  test(name, async (context) => {
    if (failed) return context.skip(`after « ${failed} »`)
    try {
      await act(context)
    } catch (error) {
      failed = name
      await keepWhatIsSeen(name)
      throw error
    }
  })
}

async function keepWhatIsSeen(name) {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").slice(0, 60)
  for (const [index, page] of openPages().entries()) {
    const path = await outPath("failed", `${slug}-${index + 1}.png`)
    await page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => {})
    console.error(`${page.url()}: see ${path}`)
  }
}
