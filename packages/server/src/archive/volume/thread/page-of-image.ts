import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { MediaRefused } from '../../reading/media-refused.ts'
import { turnOfPhoto } from './orientation.ts'

const A4 = { short: 595.28, long: 841.89 } as const
const MARGIN = 40
/** Points a pixel at the most: a small picture stays small. */
const LARGEST = 1.5
/** A png is unpacked to be placed: four bytes a pixel, twice. */
const MOST_PIXELS = 40_000_000

/** A page of A4, upright or across as the picture is. Throws MediaRefused. */
export async function pageOfImage(bytes: Buffer, media: string): Promise<PDFDocument> {
  const isPng = media === 'image/png'
  if (isPng && pixelsOf(bytes) > MOST_PIXELS) throw new MediaRefused('图片超过 4000 万像素，不能并入')
  try {
    const document = await PDFDocument.create({ updateMetadata: false })
    const image = isPng ? await document.embedPng(bytes) : await document.embedJpg(bytes)
    const isWide = image.width > image.height
    const page = document.addPage(isWide ? [A4.long, A4.short] : [A4.short, A4.long])
    const [width, height] = [page.getWidth() - 2 * MARGIN, page.getHeight() - 2 * MARGIN]
    const scale = Math.min(width / image.width, height / image.height, LARGEST)
    const [drawnWidth, drawnHeight] = [image.width * scale, image.height * scale]
    page.drawImage(image, {
      x: (page.getWidth() - drawnWidth) / 2,
      y: (page.getHeight() - drawnHeight) / 2,
      width: drawnWidth,
      height: drawnHeight,
    })
    // The page is turned, not the picture: its bytes stay as they were archived.
    if (!isPng) page.setRotation(degrees(turnOfPhoto(bytes)))
    await document.flush()
    return document
  } catch {
    throw new MediaRefused('图片损坏，不能并入')
  }
}

/** Width and height stand at the head of every png. */
const pixelsOf = (png: Buffer): number => (png.length < 24 ? 0 : png.readUInt32BE(16) * png.readUInt32BE(20))
