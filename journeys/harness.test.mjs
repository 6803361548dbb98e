// The harness itself: it lets a sound page pass and finds each fault that was put on purpose in the other.

import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"

import { checkPage, openBrowser, openPage, pageFindings, startHouse, tabTo } from "./harness/index.mjs"
import { troubles } from "./harness/browser.mjs"
import { snapshotFindings } from "./harness/snapshots.mjs"
import { htmlFindings } from "./harness/validate-html.mjs"

let browser, server, url

before(async () => {
  server = createServer(async (request, response) => {
    const name = request.url.slice(1)
    const html = await readFile(new URL(`./fixtures/${name}`, import.meta.url)).catch(() => null)
    response.writeHead(html ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(html)
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${server.address().port}`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server?.close()
})

async function opened(name, options) {
  const page = await openPage(browser, options)
  await page.goto(`${url}/${name}`)
  return page
}

test("a sound page passes every check", async () => {
  await checkPage(await opened("good.html"), "harness-good")
})

test("a sound page passes without script too", async () => {
  await checkPage(await opened("good.html", { script: false }), "harness-good")
})

test("each fault put on purpose is found", async () => {
  const findings = await pageFindings(await opened("bad.html"), "harness-bad", { update: false })
  for (const expected of [
    /axe label:/,
    /axe color-contrast:/,
    /at 320 px: the page scrolls sideways/,
    /text at 200 %.*text is cut/,
    /in forced colours: no edge/,
    /no snapshot harness-bad/,
  ]) {
    assert.ok(findings.some((finding) => expected.test(finding)), `${expected} in\n${findings.join("\n")}`)
  }
  assert.ok(!findings.some((finding) => finding.startsWith("at 1280 px: the page scrolls")))
  await rm(new URL("./out/html/harness-bad.html", import.meta.url))
})

test("a change of the accessibility tree is found, a change of date is not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "parvis-snapshots-"))
  const page = await opened("good.html")
  const compare = (update) => snapshotFindings(page, "page", { folder, update })
  await compare(true)
  await page.evaluate(() => (document.querySelector("main p").textContent = "Demandée le 1er mars 2027."))
  assert.deepEqual(await compare(false), [])
  await page.evaluate(() => (document.querySelector("button").textContent = "Envoyer"))
  assert.match((await compare(false)).join(), /- .*Continuer[\s\S]*\+ .*Envoyer/)
  await rm(folder, { recursive: true })
})

test("the keyboard reaches a button, and a focus that cannot be seen is told", async () => {
  const good = await opened("good.html")
  await tabTo(good, good.getByRole("button", { name: "Continuer" }))
  const bad = await opened("bad.html")
  await assert.rejects(tabTo(bad, bad.getByRole("link")), /focus cannot be seen/)
})

test("a resource of another host is told", async () => {
  const page = await opened("good.html")
  await page.route("https://elsewhere.example/**", (route) => route.abort())
  await page.evaluate(() => fetch("https://elsewhere.example/x").catch(() => null))
  assert.ok(troubles(page).includes("asked https://elsewhere.example"))
})

test("the validator finds an element that is gone from HTML", async () => {
  const folder = new URL("./fixtures/", import.meta.url).pathname
  const findings = htmlFindings(folder)
  assert.ok(findings.some((finding) => /bad\.html.*center/.test(finding)), findings.join("\n"))
  assert.deepEqual(findings.filter((finding) => finding.startsWith("good.html")), [])
})

test("a house that says its address is started and stopped, and its data removed", async () => {
  const binary = await pretended('echo "Parvis écoute sur http://127.0.0.1:4242"; exec sleep 60')
  const house = await startHouse({ binary })
  assert.equal(house.url, "http://127.0.0.1:4242")
  assert.ok(existsSync(house.data))
  await house.stop()
  assert.ok(!existsSync(house.data))
  await rm(binary)
})

test("a house that ends before serving says why", async () => {
  const binary = await pretended('echo "the folder holds real data" >&2; exit 2')
  await assert.rejects(startHouse({ binary }), /ended with 2[\s\S]*the folder holds real data/)
  await rm(binary)
})

async function pretended(body) {
  const path = join(tmpdir(), `parvis-pretended-${process.pid}`)
  await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  return path
}
