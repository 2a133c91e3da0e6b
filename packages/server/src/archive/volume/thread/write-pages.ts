import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Piece } from '../../../platform/pdf/piece.ts'
import { PieceWriter } from '../../../platform/pdf/piece-writer.ts'
import { MediaRefused } from '../../reading/media-refused.ts'
import type { PaperJob } from '../volume-jobs.ts'
import { pageOfImage } from './page-of-image.ts'

/** Pages of one paper; whoever has more binds it by itself. */
const MOST_PAGES = 1000

/** The pages of a paper as a piece of a volume. Throws MediaRefused, saying why it has none. */
export async function writePages({ path, media, sha256, out, first }: PaperJob): Promise<Piece> {
  const bytes = await readFile(path)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new MediaRefused('文件损坏，内容与归档时不同')
  const document = media === 'application/pdf' ? await openPdf(bytes) : await pageOfImage(bytes, media)
  const writer = new PieceWriter(first)
  writer.addPages(document, true)
  return writer.write(out)
}

async function openPdf(bytes: Buffer): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, {
    parseSpeed: ParseSpeeds.Fastest,
    throwOnInvalidObject: true,
    updateMetadata: false,
  }).catch(() => {
    // What is encrypted fails in many ways; that it is stands at its end in plain words.
    const isLocked = bytes.includes('/Encrypt')
    throw new MediaRefused(isLocked ? '文件加了密码或限制，不能并入' : '文件损坏或不合 PDF 规范，不能并入')
  })
  const count = countOf(document)
  if (count === 0) throw new MediaRefused('文件里没有页，不能并入')
  if (count > MOST_PAGES) throw new MediaRefused(`共 ${count} 页，超过一件 ${MOST_PAGES} 页的上限，不能并入`)
  return document
}

function countOf(document: PDFDocument): number {
  try {
    return document.getPageCount()
  } catch {
    throw new MediaRefused('文件损坏，读不出页，不能并入')
  }
}
