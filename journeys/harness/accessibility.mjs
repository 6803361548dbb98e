// Automatic accessibility: axe with WCAG 2.2 A and AA and its good practices. It finds about a third of what
// a person finds: a page without a finding is not an accessible page, a page with one is not.

import { AxeBuilder } from "@axe-core/playwright"

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

/** The findings of axe, one sentence each. */
export async function axeFindings(page, { without = [] } = {}) {
  // Legacy mode stays in the page, twice as fast; it would miss frames, and no page has any.
  const result = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).disableRules(without).analyze()
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe ${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 200)}`),
  )
}

/**
 * In forced colours the person's own palette replaces ours: a text field keeps an edge to be seen by, and
 * an icon is never the only name of a button or a link. What was `already` found without them is not told again.
 */
export async function forcedColourFindings(page, already = []) {
  await page.emulateMedia({ forcedColors: "active" })
  const findings = await axeFindings(page, { without: ["color-contrast"] })
  findings.push(...(await page.evaluate(controlsWithoutEdge)))
  await page.emulateMedia({ forcedColors: "none" })
  return findings.filter((finding) => !already.includes(finding)).map((finding) => `in forced colours: ${finding}`)
}

function controlsWithoutEdge() {
  const fields = document.querySelectorAll(
    "input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea, button",
  )
  const isBare = (field) => {
    const style = getComputedStyle(field)
    const edges = ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`border${side}Width`]))
    return field.checkVisibility() && edges.every((width) => width === 0) && parseFloat(style.outlineWidth) === 0
  }
  return [...fields].filter(isBare).map((field) => `no edge: ${field.outerHTML.slice(0, 120)}`)
}
