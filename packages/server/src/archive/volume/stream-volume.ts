import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { needStateTitles } from '@eduduty/core/archive'
import type { FileStore } from '../../platform/files/file-store.ts'
import { Assembly } from '../../platform/pdf/assembly.ts'
import type { Piece } from '../../platform/pdf/piece.ts'
import type { Volume, VolumeChapter } from '../outputs/describe-volume.ts'
import type { Filed, Packed } from '../outputs/file-dossier.ts'
import { dayWords, titleAndNo } from '../outputs/paper-words.ts'
import { askThread } from '../reading/ask-thread.ts'
import { MediaRefused } from '../reading/media-refused.ts'
import { PageOrder } from './page-order.ts'
import { sheetOf } from './sheet-of.ts'
import { type ChapterRow, type ContentsLine, pagesOf, room } from './volume-page.ts'

const bound = new Set(['application/pdf', 'image/jpeg', 'image/png'])

const megabyte = 1024 * 1024
/** Opened, a paper takes some ten times its size in memory. */
const MOST_PAPER = 80 * megabyte

/** Why the pages of a paper do not go into the volume, as far as can be said before it is opened. */
export function whyNotBound({ paper, keptBack }: Packed): string | undefined {
  if (keptBack !== undefined) return keptBack
  if (!bound.has(paper.media)) return '这种文件不是 PDF 或 jpg、png 图片，没有可以并入的页'
  return Number(paper.bytes) > MOST_PAPER ? `文件超过 ${MOST_PAPER / megabyte} MB，不能并入` : undefined
}

interface Binding {
  readonly volume: Volume
  readonly county: string
  readonly files: FileStore
  /** A font file that has been tried. */
  readonly font: string
}

/**
 * 合订本 as one PDF: cover, contents, and the papers themselves in the order of the pack, each page with its number.
 * Written while it is sent: of all papers one at a time is opened, in a thread of bounded memory and time. A paper that
 * cannot be bound gets a sheet that says why; the others stay.
 */
export async function* streamVolume(binding: Binding): AsyncGenerator<Uint8Array> {
  const folder = await binding.files.workFolder()
  try {
    yield* new VolumeBinder(binding, folder).bind()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

class VolumeBinder {
  readonly #binding: Binding
  readonly #folder: string
  readonly #assembly = new Assembly()
  readonly #order = new PageOrder()
  /** Where the pages of a paper begin; a paper that serves two needs is bound once. */
  readonly #firstPages = new Map<string, number>()
  readonly #chapterPages = new Map<VolumeChapter, number>()
  #pieces = 0

  constructor(binding: Binding, folder: string) {
    this.#binding = binding
    this.#folder = folder
  }

  async *bind(): AsyncGenerator<Uint8Array> {
    yield this.#assembly.head()
    const { volume, font } = this.#binding
    this.#keepFront()
    for (const chapter of volume.chapters) {
      this.#openChapter(chapter)
      for (const filed of chapter.filed) for (const file of filed.files) yield* this.#bindPaper(filed, file)
    }
    const [pages, stamps] = [this.#order.drawn(), this.#order.stamps()]
    const setting = { kind: 'setting', font, out: this.#newPath(), first: this.#assembly.next, pages, stamps } as const
    const piece = await askThread<'setting'>(setting)
    yield* this.#send(piece, setting.out)
    const { title, date } = volume
    const { marks } = this.#order
    yield this.#assembly.tail({ title, date, marks, pages: this.#order.numbers(piece.pages) })
  }

  #keepFront(): void {
    const { title, subtitle, cover, chapters } = this.#binding.volume
    this.#order.keepPlace(() => ({ shows: 'cover', title, subtitle, lines: cover }))
    this.#order.mark(1, '目录')
    // So many pages as there will be lines; what stands on them is known at the end.
    const pages = pagesOf(chapters.flatMap(linesOf), room.contents)
    for (const at of pages.keys()) {
      const no = this.#order.next
      this.#order.keepPlace(() => {
        const lines = chapters.flatMap((chapter) => this.#contentsOf(chapter))
        return { shows: 'contents', no, isFirst: at === 0, lines: pagesOf(lines, room.contents)[at] ?? [] }
      })
    }
  }

  #openChapter(chapter: VolumeChapter): void {
    const { heading, intro } = chapter
    this.#chapterPages.set(chapter, this.#order.next)
    this.#order.mark(1, heading)
    for (const at of pagesOf(
      chapter.filed.flatMap(({ files }) => files),
      room.chapter,
    ).keys()) {
      const no = this.#order.next
      this.#order.keepPlace(() => {
        const rows =
          pagesOf(
            chapter.filed.flatMap((filed) => this.#rowsOf(filed)),
            room.chapter,
          )[at] ?? []
        return { shows: 'chapter', no, heading, intro: at === 0 ? intro : '', rows }
      })
    }
  }

  async *#bindPaper(filed: Filed, file: Packed): AsyncGenerator<Uint8Array> {
    const key = keyOf(filed, file)
    if (this.#firstPages.has(key)) return
    const { row } = filed.need
    this.#firstPages.set(key, this.#order.next)
    this.#order.mark(2, `${row.file_no}　${file.paper.title}`)
    const out = this.#newPath()
    const piece = await this.#pagesOf(file, out)
    if (typeof piece === 'string') {
      const no = this.#order.next
      const sheet = sheetOf(file, row.file_no, piece)
      this.#order.keepPlace(() => ({ shows: 'sheet', no, sheet }))
      return
    }
    this.#order.place(piece.pages, (no) => `${row.file_no}　第 ${no} 页`)
    yield* this.#send(piece, out)
  }

  /** The pages of a paper, or why it has none here. */
  async #pagesOf(file: Packed, out: string): Promise<Piece | string> {
    const { county, files } = this.#binding
    const { media, sha256 } = file.paper
    const why = whyNotBound(file)
    if (why !== undefined) return why
    if (!(await files.has(county, sha256))) return '文件丢失'
    try {
      const path = files.pathOf(county, sha256)
      return await askThread<'pages'>({ kind: 'pages', path, media, sha256, out, first: this.#assembly.next })
    } catch (error) {
      if (error instanceof MediaRefused) return error.message
      throw error
    }
  }

  async *#send(piece: Piece, path: string): AsyncGenerator<Uint8Array> {
    this.#assembly.place(piece)
    yield* createReadStream(path, { highWaterMark: 256 * 1024 })
    await rm(path, { force: true })
  }

  #newPath(): string {
    this.#pieces += 1
    return join(this.#folder, String(this.#pieces))
  }

  #contentsOf(chapter: VolumeChapter): readonly ContentsLine[] {
    const places = [
      String(this.#chapterPages.get(chapter) ?? ''),
      ...chapter.filed.filter(hasCome).map((filed) => this.#rowsOf(filed)[0]?.place ?? ''),
    ]
    return linesOf(chapter).map((line, at) => ({ ...line, place: places[at] ?? '' }))
  }

  #rowsOf(filed: Filed): readonly ChapterRow[] {
    const { row } = filed.need
    const state = needStateTitles[row.state]
    return filed.files.map((file) => ({
      fileNo: row.file_no,
      unit: row.unit_name,
      paper: titleAndNo(file.paper),
      madeOn: dayWords(file.paper.made_on),
      state: file.paper.is_damaged ? '文件损坏' : state,
      place: String(this.#firstPages.get(keyOf(filed, file)) ?? ''),
    }))
  }
}

/** What is kept back for one need may be bound for another. */
const keyOf = ({ need }: Filed, { paper, keptBack }: Packed): string =>
  keptBack === undefined ? paper.paper_id : `${paper.paper_id} ${need.row.need}`

/** What lacks is counted in its chapter, and named in the list of what lacks: it would fill most of a county's volume. */
const hasCome = ({ files }: Filed): boolean => files.length > 0

/** What is not in the volume, or not in order, is told where it is listed. */
function standingOf({ need: { row }, files }: Filed): string {
  if (files.every(({ keptBack }) => keptBack !== undefined)) return '　没有装入'
  return row.state === 'ready' ? '' : `　${needStateTitles[row.state]}`
}

function linesOf({ heading, filed }: VolumeChapter): readonly Omit<ContentsLine, 'place'>[] {
  const needs = filed.filter(hasCome).map((one) => ({
    level: 2 as const,
    text: `${one.need.row.file_no}　${one.need.row.title}（${one.need.row.unit_name}）${standingOf(one)}`,
  }))
  return [{ level: 1, text: heading }, ...needs]
}
