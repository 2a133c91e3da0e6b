import { crc32, deflateSync } from 'node:zlib'
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'

export interface MadePdf {
  /** Letters of each page. */
  readonly pages: readonly string[]
  readonly turned?: number
  readonly password?: string
  /** A link that runs a script stands on the first page. */
  readonly acts?: true
}

/** A pdf as other programs make it. */
export async function madePdf({ pages, turned, password, acts }: MadePdf): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const words of pages) {
    const page = document.addPage([400, 600])
    page.drawText(words, { x: 40, y: 300, size: 20, font })
    if (turned !== undefined) page.setRotation(degrees(turned))
  }
  if (acts === true) {
    const { context } = document
    const action = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
    const looks = context.register(
      context.stream('0 0 50 20 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 20] }),
    )
    const seal = context.obj({ Type: 'Annot', Subtype: 'Widget', Rect: [10, 10, 60, 30], AP: { N: looks }, A: action })
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(seal)]))
    document.getPage(0).node.set(PDFName.of('AA'), context.obj({ O: action }))
  }
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password })
  return document.save()
}

/** A grey picture. */
export function madePng(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x99)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** One white pixel, with the note of a camera that was held upright. */
export function madePhoto(orientation: number): Uint8Array {
  const pixel = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  )
  const tiff = Buffer.from(`49492a0008000000010012010300010000000${orientation}0000000000000000`, 'hex')
  const note = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, note.length + 2])
  return Buffer.concat([pixel.subarray(0, 2), head, note, pixel.subarray(2)])
}
