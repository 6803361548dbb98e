// The papers of a person: made here, of no value.

const WHERE_AND_WHEN = "GPS 46.9999 N 3.1111 E"

/** A page of text, as a telephone or a scanner would make a PDF of it. */
export async function paper(browser, name, title) {
  const page = await browser.newPage()
  await page.setContent(`<html lang="fr"><title>${title}</title><h1>${title}</h1><p>Document fictif, sans valeur.`)
  const buffer = await page.pdf({ format: "A4" })
  await page.close()
  return { name, mimeType: "application/pdf", buffer }
}

/** A photograph of a hole in a road, with the place where it was taken hidden in it, as telephones do. */
export async function photograph(browser, name) {
  const page = await browser.newPage()
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 480, height: 320 })
    const draw = canvas.getContext("2d")
    const fill = (colour, ...box) => ((draw.fillStyle = colour), draw.fillRect(...box))
    fill("#b9cad6", 0, 0, 480, 110)
    fill("#77777b", 0, 110, 480, 210)
    fill("#f2f2ee", 232, 110, 16, 210)
    draw.fillStyle = "#3a342e"
    draw.ellipse(170, 230, 80, 34, 0.1, 0, 7)
    draw.fill()
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1]
  })
  await page.close()
  return { name, mimeType: "image/jpeg", buffer: withExif(Buffer.from(base64, "base64")) }
}

/** True when a picture still says where it was taken. */
export function tellsWhere(buffer) {
  return buffer.includes(WHERE_AND_WHEN)
}

/** Puts an Exif segment right after the start of a JPEG. */
function withExif(jpeg) {
  const text = Buffer.from(`${WHERE_AND_WHEN}\0`, "latin1")
  const tiff = Buffer.alloc(26)
  tiff.write("MM\0*", 0, "latin1")
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x010e, 10)
  tiff.writeUInt16BE(2, 12)
  tiff.writeUInt32BE(text.length, 14)
  tiff.writeUInt32BE(tiff.length, 18)
  const payload = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, text])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)])
}
