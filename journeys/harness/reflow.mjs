// Nothing scrolls sideways: not on a small phone, not on a desk, not with text at twice its size
// (WCAG 1.4.4 and 1.4.10). A table that scrolls inside its own focusable region is allowed.

export const WIDTHS = [320, 768, 1280]

/** What sticks out of the window at this width, one sentence each. */
export async function reflowFindings(page, width) {
  await page.setViewportSize({ width, height: 900 })
  return prefixed(`at ${width} px`, await page.evaluate(whatSticksOut))
}

/** What sticks out or is cut when text is twice as large. */
export async function largeTextFindings(page, width) {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"))
  const findings = [...(await page.evaluate(whatSticksOut)), ...(await page.evaluate(whatIsCut))]
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"))
  return prefixed(`with text at 200 %, at ${width} px`, findings)
}

function prefixed(where, findings) {
  return findings.map((finding) => `${where}: ${finding}`)
}

function whatSticksOut() {
  const root = document.scrollingElement
  if (root.scrollWidth <= root.clientWidth + 1) return []
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.right > root.clientWidth + 1
  })
  const names = out.slice(0, 3).map((element) => element.outerHTML.slice(0, 100).replaceAll(/\s+/g, " "))
  return [`the page scrolls sideways (${root.scrollWidth} > ${root.clientWidth}): ${names.join(" | ")}`]
}

function whatIsCut() {
  const cut = [...document.body.querySelectorAll("p, li, a, button, label, h1, h2, h3, dt, dd, td, th, span")].filter(
    (element) => {
      const style = getComputedStyle(element)
      const isHidden = element.clientWidth <= 1 || style.position === "absolute"
      const clips = style.overflowX === "hidden" || style.overflowY === "hidden"
      return !isHidden && clips && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2)
    },
  )
  return cut.map((element) => `text is cut: ${element.outerHTML.slice(0, 100)}`)
}
