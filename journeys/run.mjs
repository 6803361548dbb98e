// Runs the journeys two at a time, then validates every page that they met.
// `node run.mjs deposit` runs only the files whose name holds that word.

import { spawnSync } from "node:child_process"
import { readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

import { OUT } from "./harness/out.mjs"
import { leftOver } from "./harness/snapshots.mjs"
import { htmlFindings } from "./harness/validate-html.mjs"

const FOLDER = fileURLToPath(new URL(".", import.meta.url))
const wanted = process.argv[2] ?? ""

/** Runs the journeys; true when they all arrive. */
function travel() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".test.mjs") && name.includes(wanted))
  if (files.length === 0) throw new Error(`No journey is called ${wanted}.`)
  rmSync(OUT, { recursive: true, force: true })
  const options = ["--test", "--test-concurrency=2", "--test-reporter=spec"]
  return spawnSync(process.execPath, [...options, ...files.sort()], { cwd: FOLDER, stdio: "inherit" }).status === 0
}

/** What is wrong once every journey was made. */
async function findings() {
  const names = readdirSync(join(OUT, "html")).map((file) => file.replace(/\.html$/, ""))
  const orphans = wanted ? [] : await leftOver(names)
  return [
    ...htmlFindings().map((finding) => `html: ${finding}`),
    ...orphans.map((file) => `snapshots/${file}: no journey compares it: remove it`),
  ]
}

const arrived = travel()
const found = await findings()
for (const finding of found) console.error(finding)
console.log(`pages kept by the journeys: ${found.length === 0 ? "valid HTML, no snapshot left over" : `${found.length} findings`}`)
process.exit(arrived && found.length === 0 ? 0 : 1)
