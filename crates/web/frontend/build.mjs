// Builds the style sheet, the script and the icon of Parvis into crates/web/dist.
//
// Each file is written under a name that carries a hash of its content, next to its Brotli and gzip forms;
// `manifest.txt` lists them for build.rs, one line each: logical name, then file name.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const dist = resolve(here, "../dist");

/** A rule of the timeline that asks for an image which we do not serve. */
const UNUSED = /\.moj-timeline__document-link\{[^}]*\}/g;

/** Words that must never reach a person: the marks of another State, fonts and images that we do not serve. */
const FORBIDDEN = [/crest/i, /crown/i, /gds[- ]transport/i, /@font-face/i, /url\(/i, /gov\.uk/i];

function styles() {
  const { css } = sass.compile(join(here, "styles/parvis.scss"), {
    style: "compressed",
    loadPaths: [root, join(root, "node_modules")],
    quietDeps: true,
    fatalDeprecations: [],
  });
  const kept = css.replace(UNUSED, "");
  const found = FORBIDDEN.map((mark) => mark.exec(kept)).find(Boolean);
  if (found) throw new Error(`the style sheet holds ${kept.slice(found.index - 80, found.index + 80)}`);
  return kept;
}

/** Drops comments and indentation; the script is written so that this is safe (one statement a line, no such text in strings). */
function script(name) {
  const source = readFileSync(join(here, "scripts", name), "utf8");
  return source
    .replace(/\/\*\*?[\s\S]*?\*\//g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("//"))
    .join("\n");
}

function write(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const extension = extname(name);
  const file = `${name.slice(0, -extension.length)}.${hash}${extension}`;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(bytes, { level: 9 });
  writeFileSync(join(dist, file), bytes);
  writeFileSync(join(dist, `${file}.br`), brotli);
  writeFileSync(join(dist, `${file}.gz`), gzip);
  console.log(`${file}: ${bytes.length} bytes, ${gzip.length} gzip, ${brotli.length} Brotli`);
  return `${name} ${file}`;
}

function build() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const lines = [
    write("parvis.css", styles()),
    write("parvis.mjs", script("parvis.mjs")),
    write("presence.mjs", script("presence.mjs")),
    write("icon.svg", readFileSync(join(here, "images/icon.svg"), "utf8").trim()),
  ];
  writeFileSync(join(dist, "manifest.txt"), `${lines.join("\n")}\n`);
}

build();
if (process.argv.includes("--watch")) {
  watch(here, { recursive: true }, () => {
    try {
      build();
    } catch (error) {
      console.error(error.message);
    }
  });
}
