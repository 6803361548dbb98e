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

/** Rules of libraries that ask for images which we do not serve. */
const UNUSED = /[^{}]*\{[^{}]*url\([^{}]*\}/g;

/** Words that must never reach a person: the marks of another State, fonts and images that we do not serve. */
const FORBIDDEN = [/crest/i, /crown/i, /gds[- ]transport/i, /@font-face/i, /url\(/i, /gov\.uk/i];

function styles(name) {
  const { css } = sass.compile(join(here, "styles", name), {
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

/**
 * Puts the parts of a script in one file, without comments and indentation; scripts are written so that this is safe (one
 * statement a line, no such text in strings, no name given twice).
 */
function script(...names) {
  const parts = names.map((name) => readFileSync(join(here, "scripts", name), "utf8"));
  return parts
    .join("\n")
    .replace(/^import .*$/gm, "")
    .replace(/^export /gm, "")
    .replace(/\/\*\*?[\s\S]*?\*\//g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("//"))
    .join("\n");
}

/** The image of nothing that Leaflet gives to a tile it no longer wants: the policy of our pages refuses `data:`, and no image does as well. */
const NOTHING = "data:image/gif;base64,R0lGODlhAQABAAD/ACwAAAAAAQABAAACADs=";

/** A library as it comes, its notice included, without the address of a map of its source. */
function library(path) {
  const source = readFileSync(join(root, "node_modules", path), "utf8");
  if (source.split(NOTHING).length !== 2) throw new Error(`${path} gives another image of nothing: look at it again`);
  return source.replace(NOTHING, "").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
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
    write("parvis.css", styles("parvis.scss")),
    write("map.css", styles("map.scss")),
    write("parvis.mjs", script("parvis.mjs")),
    write("presence.mjs", script("presence.mjs")),
    write("map.mjs", script("coordinates.mjs", "map.mjs")),
    write("leaflet.mjs", library("leaflet/dist/leaflet.js")),
    write("editor.mjs", script("editor.mjs")),
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
