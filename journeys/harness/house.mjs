// The house under test: the binary, on a demonstration of its own, on a free port.

import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = fileURLToPath(new URL("../../", import.meta.url))
const BINARY = process.env.PARVIS_BINARY ?? join(ROOT, "target/debug/parvis")
const LISTENING = /Parvis écoute sur (http:\/\/127\.0\.0\.1:\d+)/
const PATIENCE = 60_000

/** Starts the house on its demonstration, or `empty`; `house.url` is its address, `house.stop()` ends it and removes its data. */
export async function startHouse({ environment = {}, binary = BINARY, empty = false } = {}) {
  if (!existsSync(binary)) throw new Error(`No ${binary}: run \`cargo build --profile dev --bin parvis\` first.`)
  const data = await mkdtemp(join(tmpdir(), "parvis-journey-"))
  const house = spawn(binary, ["serve", ...(empty ? [] : ["--demo"]), "--data", data, "--listen", "127.0.0.1:0"], {
    env: { ...foreignVariables(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said = []
  const listen = (chunk) => said.push(chunk.toString())
  house.stdout.on("data", listen)
  house.stderr.on("data", listen)
  const stop = async () => {
    await end(house)
    await rm(data, { recursive: true, force: true })
  }
  try {
    return { url: await address(house, said), data, log: () => said.join(""), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The variables of the machine without those that would set the house up otherwise. */
function foreignVariables() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PARVIS_")))
}

/** The address that the house prints once it serves. */
function address(house, said) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The house did not start: ${why}\n${said.join("")}`))
    const timer = setTimeout(() => fail(`no address after ${PATIENCE / 1000} s`), PATIENCE)
    const look = () => {
      const found = LISTENING.exec(said.join(""))
      if (!found) return
      clearTimeout(timer)
      resolve(found[1])
    }
    house.stdout.on("data", look)
    house.stderr.on("data", look)
    house.once("error", (error) => fail(error.message))
    house.once("exit", (code) => {
      clearTimeout(timer)
      fail(`it ended with ${code}`)
    })
  })
}

/** Asks the house to stop, as systemd would; insists after ten seconds. */
function end(house) {
  if (house.exitCode !== null || house.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => house.kill("SIGKILL"), 10_000)
    house.once("exit", () => {
      clearTimeout(timer)
      resolve()
    })
    house.kill("SIGTERM")
  })
}
