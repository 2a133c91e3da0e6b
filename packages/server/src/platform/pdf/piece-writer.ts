import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  PDFArray,
  PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFPageLeaf,
  PDFRef,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { PAGES, type Piece, type PlacedPage } from './piece.ts'
import { stampAt } from './stamp-place.ts'

/** What of a page is shown; the rest (scripts, threads, structure) ties it to the file that it comes from. */
const shown = [
  'Type',
  'Parent',
  'MediaBox',
  'CropBox',
  'Rotate',
  'Resources',
  'Contents',
  'Annots',
  'Group',
  'UserUnit',
]
/** What of a seal, a note or a field is its looks. */
const looks = ['Type', 'Rect', 'AP', 'AS', 'F', 'Border', 'BS', 'C']

/** Writes pages of a document as a piece of another, under numbers from `first` on; nothing of them can act any more. */
export class PieceWriter {
  readonly #context = PDFContext.create()
  readonly #pages: PlacedPage[] = []
  /** One for each document, so that what its pages share is written once. */
  readonly #copiers = new Map<PDFDocument, PDFObjectCopier>()

  constructor(first: number) {
    this.#context.largestObjectNumber = first - 1
  }

  /** Adds all pages of a document. Gives how many those are. */
  addPages(document: PDFDocument, isStamped: boolean): number {
    const copier = this.#copierOf(document)
    const pages = document.getPages()
    for (const { node } of pages) keepLooks(node)
    for (const { node } of pages) this.#addPage(copier.copy(node), isStamped)
    return pages.length
  }

  /** Adds an object of a document under a number that was promised to others. */
  addPromised(document: PDFDocument, streams: readonly (readonly [number: number, stream: PDFStream])[]): void {
    const copier = this.#copierOf(document)
    for (const [number, stream] of streams) this.#context.assign(PDFRef.of(number), copier.copy(stream))
  }

  /** Writes it, an object at a time. */
  async write(path: string): Promise<Piece> {
    const offsets: (readonly [number, number])[] = []
    let bytes = 0
    const context = this.#context
    function* parts(): Generator<Uint8Array> {
      for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
        const [head, tail] = [Buffer.from(`${objectNumber} 0 obj\n`), Buffer.from('\nendobj\n')]
        const content = new Uint8Array(object.sizeInBytes())
        object.copyBytesInto(content, 0)
        offsets.push([objectNumber, bytes])
        bytes += head.length + content.length + tail.length
        yield* [head, content, tail]
      }
    }
    await pipeline(Readable.from(parts(), { objectMode: false }), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return { bytes, offsets, next: context.largestObjectNumber + 1, pages: this.#pages }
  }

  #copierOf(document: PDFDocument): PDFObjectCopier {
    const copier = this.#copiers.get(document) ?? PDFObjectCopier.for(document.context, this.#context)
    this.#copiers.set(document, copier)
    return copier
  }

  #addPage(page: PDFPageLeaf, isStamped: boolean): void {
    const context = this.#context
    page.setParent(PDFRef.of(PAGES))
    const stamp = isStamped ? context.nextRef() : undefined
    if (stamp !== undefined) {
      const name = `Stamp${stamp.objectNumber}`
      page.setXObject(PDFName.of(name), stamp)
      page.addContentStream(context.register(context.stream(`q ${stampAt(page).join(' ')} cm /${name} Do Q`)))
    }
    this.#pages.push({ number: context.register(page).objectNumber, stamp: stamp?.objectNumber ?? 0 })
  }
}

function keepLooks(page: PDFPageLeaf): void {
  keepOnly(page, shown)
  const notes = page.Annots()
  if (notes === undefined) return
  const kept = Array.from({ length: notes.size() }, (_, at) => notes.lookup(at)).filter(
    (note): note is PDFDict => note instanceof PDFDict && note.has(PDFName.of('AP')),
  )
  for (const note of kept) {
    keepOnly(note, looks)
    // A field without its form is not shown everywhere; a stamp is.
    note.set(PDFName.of('Subtype'), PDFName.of('Stamp'))
  }
  const list = PDFArray.withContext(page.context)
  for (const note of kept) list.push(note)
  page.set(PDFName.of('Annots'), list)
}

function keepOnly(dict: PDFDict, names: readonly string[]): void {
  for (const key of dict.keys()) if (!names.includes(key.decodeText())) dict.delete(key)
}
