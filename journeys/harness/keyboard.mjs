// A person who has only a keyboard.

const LONGEST_WALK = 120

/**
 * Presses Tab until the focus is on this element; fails when it never comes, or when the focus cannot be
 * seen on the way.
 */
export async function tabTo(page, locator) {
  const target = await locator.elementHandle()
  for (let presses = 0; presses < LONGEST_WALK; presses += 1) {
    await page.keyboard.press("Tab")
    const { arrived, hidden } = await page.evaluate(whereIsTheFocus, target)
    if (hidden) throw new Error(`The focus cannot be seen on ${hidden}`)
    if (arrived) return
  }
  throw new Error(`Tab never reaches ${locator}`)
}

/** Goes to an element by the keyboard and presses a key on it. */
export async function pressOn(page, locator, key = "Enter") {
  await tabTo(page, locator)
  await page.keyboard.press(key)
}

/** Reaches a group of answers, then the answer by the arrows when it is one among several. */
export async function chooseByKeys(page, label) {
  const answer = page.getByLabel(label, { exact: true })
  const name = await answer.getAttribute("name")
  const all = page.locator(`input[name="${name}"]`)
  const values = await all.evaluateAll((inputs) => inputs.map((input) => input.value))
  const place = values.indexOf(await answer.getAttribute("value"))
  await tabToGroup(page, all)
  await page.keyboard.press("Space")
  for (let presses = 0; presses < place; presses += 1) await page.keyboard.press("ArrowDown")
  if (!(await answer.isChecked())) throw new Error(`${label} is not chosen`)
}

async function tabToGroup(page, all) {
  const inside = await all.evaluateAll((inputs) => inputs.includes(document.activeElement))
  if (!inside) await tabTo(page, all.first())
}

function whereIsTheFocus(target) {
  const focused = document.activeElement
  const arrived = focused === target
  if (!focused || focused === document.body) return { arrived, hidden: null }
  const drawn = [focused, focused.labels?.[0], focused.nextElementSibling].filter(Boolean).flatMap((element) =>
    [null, "::before", "::after"].map((part) => getComputedStyle(element, part)),
  )
  const shows = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none"
  return { arrived, hidden: drawn.some(shows) ? null : focused.outerHTML.slice(0, 120) }
}
