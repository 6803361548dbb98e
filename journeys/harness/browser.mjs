// The browser of the journeys: Debian's Chromium, quiet, always the same.

import { existsSync } from "node:fs"
import { chromium } from "playwright-core"

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const PLACES = [process.env.PARVIS_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** The place of Chromium; says what to install when there is none. */
function executable() {
  const place = PLACES.find((candidate) => candidate && existsSync(candidate))
  if (!place) throw new Error("No Chromium: install the package `chromium`, or set PARVIS_CHROMIUM to its path.")
  return place
}

/** Opens the browser. Close it in `after`. */
export function openBrowser() {
  return chromium.launch({ executablePath: executable(), args: FLAGS, chromiumSandbox: false })
}

/**
 * Opens a page as a person would: French, Paris, a phone first.
 *
 * It fails the journey when a script of the page throws, when the page says something in the console that
 * is an error (a refused resource, a broken policy), or when it asks anything of another host.
 * `script: false` is a person without script.
 */
export async function openPage(browser, { script = true, language = "fr-FR", width = 390, height = 844 } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    locale: language,
    timezoneId: "Europe/Paris",
    viewport: { width, height },
    reducedMotion: "reduce",
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  watch(page, script)
  return page
}

const watched = new WeakMap()
const opened = new Set()

/** The pages that are open. */
export function openPages() {
  return [...opened].filter((page) => !page.isClosed())
}

function watch(page, script) {
  const seen = { document: null, script, troubles: [] }
  watched.set(page, seen)
  opened.add(page)
  page.on("pageerror", (error) => seen.troubles.push(`script error: ${error.message}`))
  page.on("console", (message) => {
    if (message.type() === "error" && !isStatus(message.text())) seen.troubles.push(`console: ${message.text()}`)
  })
  page.on("request", (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith("http") && !["127.0.0.1", "localhost"].includes(url.hostname)) seen.troubles.push(`asked ${url.origin}`)
  })
  page.on("response", (response) => {
    const request = response.request()
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return
    const isPage = (response.headers()["content-type"] ?? "").startsWith("text/html")
    if (isPage) seen.document = response.text().catch(() => null)
  })
}

// Chromium writes every 4xx and 5xx in the console: a refused form is a page like another here.
function isStatus(text) {
  return text.startsWith("Failed to load resource: the server responded with a status of")
}

/** The HTML of the page as the server sent it; the tree as the browser holds it when it was not sent. */
export async function sentHtml(page) {
  const sent = await watched.get(page)?.document
  return sent ?? page.content()
}

/** What went wrong in the page since the last call. */
export function troubles(page) {
  return watched.get(page)?.troubles.splice(0) ?? []
}

/**
 * The page in which the checks may run their own script: itself, or, for a person without script, the same
 * HTML in a second page whose own scripts are forbidden. `close` ends what was opened.
 */
export async function whereChecksRun(page) {
  if (watched.get(page)?.script !== false) return { page, close: async () => {} }
  const html = await sentHtml(page)
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), reducedMotion: "reduce" })
  const twin = await context.newPage()
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" }
  await twin.route(page.url(), (route) => route.fulfill({ body: html, headers }))
  await twin.goto(page.url())
  return { page: twin, close: () => context.close() }
}
