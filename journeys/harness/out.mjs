// Where the journeys leave what they made: `out/`, never in git.

import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const OUT = fileURLToPath(new URL("../out/", import.meta.url))

/** The place of a file of `out/`, its folder made. */
export async function outPath(...parts) {
  const path = join(OUT, ...parts)
  await mkdir(dirname(path), { recursive: true })
  return path
}

/** Writes a text in `out/`. */
export async function keep(text, ...parts) {
  await writeFile(await outPath(...parts), text)
}
