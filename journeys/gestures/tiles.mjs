// A server of tiles on this machine: squares of two greens, with their borders, and what was asked of it.

import { createServer } from "node:http"
import { crc32, deflateSync } from "node:zlib"

const SIDE = 256

/** Starts the server; `tiles.url` is the address of its tiles, `tiles.asked` the paths that browsers asked for. */
export async function startTiles() {
  const asked = []
  const server = createServer((request, response) => {
    const [zoom, x, y] = request.url.replace(".png", "").split("/").slice(1).map(Number)
    asked.push({ zoom, x, y, referer: request.headers.referer })
    response.writeHead(200, { "content-type": "image/png", "cache-control": "no-store" }).end(square((x + y) % 2 === 0))
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${server.address().port}/{z}/{x}/{y}.png`
  const stop = () => new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  return { url, asked, stop }
}

/** A PNG of one colour and a border. */
function square(isPale) {
  const ground = isPale ? [222, 234, 214] : [206, 224, 200]
  const row = (y) => [0, ...Array.from({ length: SIDE }, (_, x) => (x === 0 || y === 0 ? [160, 180, 160] : ground)).flat()]
  const pixels = deflateSync(Buffer.from(Array.from({ length: SIDE }, (_, y) => row(y)).flat()))
  const size = Buffer.alloc(13)
  size.writeUInt32BE(SIDE, 0)
  size.writeUInt32BE(SIDE, 4)
  size.set([8, 2], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk("IHDR", size), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))])
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
