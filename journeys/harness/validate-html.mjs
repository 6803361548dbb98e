// The HTML that the journeys met, through the W3C's validator, once for all of it.

import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, join } from "node:path"

import { OUT } from "./out.mjs"

/** The findings of the validator for a folder of pages, one sentence each. */
export function htmlFindings(folder = join(OUT, "html")) {
  const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")) : []
  if (pages.length === 0) throw new Error(`No page in ${folder}: no journey called checkPage.`)
  const jar = createRequire(import.meta.url)("vnu-jar")
  const arguments_ = ["-jar", jar, "--format", "json", "--exit-zero-always", "--skip-non-html", folder]
  const run = spawnSync("java", arguments_, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
  if (run.error) throw new Error("No Java: install the package `default-jre-headless`.", { cause: run.error })
  if (run.status !== 0) throw new Error(`The validator failed: ${run.stderr.slice(0, 2000)}`)
  return JSON.parse(run.stderr).messages.filter((message) => message.type !== "info" || message.subType === "warning").map(sentence)
}

function sentence(message) {
  return `${basename(message.url ?? "")}:${message.lastLine ?? 1}: ${message.message} ${(message.extract ?? "").trim().slice(0, 120)}`
}
