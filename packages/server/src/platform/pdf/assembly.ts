import { CATALOG, FIRST_FREE, PAGES, type Piece } from './piece.ts'

/** A bookmark: where a reader jumps to. */
export interface Mark {
  readonly title: string
  readonly level: 1 | 2
  /** Position of its page, from 0. */
  readonly page: number
}

export interface AssemblyEnd {
  readonly title: string
  /** YYYY-MM-DD. */
  readonly date: string
  /** Numbers of the pages, in their order. */
  readonly pages: readonly number[]
  readonly marks: readonly Mark[]
}

/**
 * Puts a PDF together while it is sent: pieces are written as they come, in any order of numbers, and only their
 * places are remembered. What ties them together comes last.
 */
export class Assembly {
  #length = 0
  #next = FIRST_FREE
  readonly #places = new Map<number, number>()

  /** The first free number of an object. */
  get next(): number {
    return this.#next
  }

  head(): Uint8Array {
    // Bytes above 127 tell transports that this is no text.
    return this.#sent(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'))
  }

  /** Takes note of a piece that is sent now. */
  place({ bytes, offsets, next }: Piece): void {
    for (const [number, offset] of offsets) this.#places.set(number, this.#length + offset)
    this.#length += bytes
    this.#next = next
  }

  tail({ title, date, pages, marks }: AssemblyEnd): Uint8Array {
    const outline = this.#next
    const info = outline + 1 + marks.length
    this.#next = info + 1
    const day = date.replaceAll('-', '')
    const parts = [
      this.#object(PAGES, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(refTo).join(' ')}] >>`),
      ...outlineOf(marks, pages, outline).map((content, at) => this.#object(outline + at, content)),
      this.#object(info, `<< /Title ${textOf(title)} /CreationDate (D:${day}000000+08'00') >>`),
      this.#object(
        CATALOG,
        `<< /Type /Catalog /Pages ${refTo(PAGES)} /Outlines ${refTo(outline)} /PageMode /UseOutlines /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
      ),
    ]
    return Buffer.concat([...parts, this.#table(info)])
  }

  #object(number: number, content: string): Uint8Array {
    this.#places.set(number, this.#length)
    return this.#sent(Buffer.from(`${number} 0 obj\n${content}\nendobj\n`, 'latin1'))
  }

  #table(info: number): Uint8Array {
    const lines = Array.from({ length: this.#next - 1 }, (_, at) => {
      const place = this.#places.get(at + 1)
      return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
    })
    const table = `xref\n0 ${this.#next}\n0000000000 65535 f \n${lines.join('')}`
    const trailer = `trailer\n<< /Size ${this.#next} /Root ${refTo(CATALOG)} /Info ${refTo(info)} >>\n`
    return Buffer.from(`${table}${trailer}startxref\n${this.#length}\n%%EOF\n`, 'latin1')
  }

  #sent(bytes: Uint8Array): Uint8Array {
    this.#length += bytes.length
    return bytes
  }
}

const refTo = (number: number): string => `${number} 0 R`

/** Text of any script, as PDF writes it. */
const textOf = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** The tree of bookmarks: its root, then each mark under the number after it. */
function outlineOf(marks: readonly Mark[], pages: readonly number[], root: number): readonly string[] {
  const numberOf = (at: number): string => refTo(root + 1 + at)
  const tops = marks.flatMap(({ level }, at) => (level === 1 ? [at] : []))
  const insideOf = (top: number): readonly number[] => {
    const until = tops.find((other) => other > top) ?? marks.length
    return Array.from({ length: until - top - 1 }, (_, at) => top + 1 + at)
  }
  const ends = (inside: readonly number[]): string =>
    inside.length === 0 ? '' : ` /First ${numberOf(inside[0] ?? 0)} /Last ${numberOf(inside.at(-1) ?? 0)}`
  const beside = (row: readonly number[], at: number): string => {
    const place = row.indexOf(at)
    const [before, after] = [row[place - 1], row[place + 1]]
    return `${before === undefined ? '' : ` /Prev ${numberOf(before)}`}${after === undefined ? '' : ` /Next ${numberOf(after)}`}`
  }
  const lineOf = ({ title, level, page }: Mark, at: number): string => {
    const top = level === 1 ? at : (tops.findLast((one) => one < at) ?? 0)
    const row = level === 1 ? tops : insideOf(top)
    const inside = level === 1 ? insideOf(at) : []
    const parent = level === 1 ? refTo(root) : numberOf(top)
    const goal = `[${refTo(pages[page] ?? 0)} /Fit]`
    const count = inside.length === 0 ? '' : ` /Count -${inside.length}`
    return `<< /Title ${textOf(title)} /Parent ${parent}${beside(row, at)}${ends(inside)}${count} /Dest ${goal} >>`
  }
  return [`<< /Type /Outlines${ends(tops)} /Count ${tops.length} >>`, ...marks.map(lineOf)]
}
