import { type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'

/** Stands for a character that the font does not have, as printers set it. */
const MISSING = '〓'
/** These never begin a line. */
const closing = /[，。、；：！？）》〉」』】〕”’％…,.;:!?)\]}%]/u
/** Words of digits and letters stay on one line where they can. */
const words = /[\x21-\x7e]+|\s+|./gsu
const grey = rgb(0.45, 0.45, 0.45)
const black = rgb(0, 0, 0)

export interface Words {
  readonly size: number
  readonly width: number
  /** Lines that there is room for: what is longer is cut, with a sign that it is. */
  readonly most: number
}

export interface Line {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly isPale?: boolean
}

/** Sets lines of one font: breaks and cuts them by their measured width. */
export class Typesetter {
  readonly #font: PDFFont
  readonly #has: ReadonlySet<number>
  readonly #widths = new Map<string, number>()

  constructor(font: PDFFont) {
    this.#font = font
    this.#has = new Set(font.getCharacterSet())
  }

  /** Width in points. */
  width(text: string, size: number): number {
    return [...text].reduce((sum, char) => sum + this.#widthOf(char), 0) * size
  }

  /** Text as this font can set it, on one line. */
  setable(text: string): string {
    const plain = [...text.normalize('NFC')].map((char) => (/[\p{Cc}\p{Cf}\s]/u.test(char) ? ' ' : char))
    return plain.map((char) => (char === ' ' || this.#has.has(char.codePointAt(0) ?? 0) ? char : MISSING)).join('')
  }

  lines(text: string, { size, width, most }: Words): readonly string[] {
    const lines = ['']
    for (const [word] of this.setable(text).trim().matchAll(words)) {
      for (const part of this.width(word, size) > width ? word : [word]) {
        const line = lines.at(-1) ?? ''
        const fits = this.width(line + part, size) <= width || line === '' || closing.test(part)
        if (fits) lines[lines.length - 1] = line + part
        else lines.push(part.trimStart())
      }
    }
    if (lines.length <= most) return lines
    return [...lines.slice(0, most - 1), this.#cut(lines.slice(most - 1).join(''), size, width)]
  }

  draw(page: PDFPage, text: string, { x, y, size, isPale = false }: Line): void {
    page.drawText(this.setable(text), { x, y, size, font: this.#font, color: isPale ? grey : black })
  }

  /** Operators that show text in a stream of its own, for a font of this name. */
  shown(text: string): string {
    return `${this.#font.encodeText(this.setable(text)).toString()} Tj`
  }

  #cut(text: string, size: number, width: number): string {
    const chars = [...text]
    while (chars.length > 0 && this.width(`${chars.join('')}…`, size) > width) chars.pop()
    return `${chars.join('')}…`
  }

  #widthOf(char: string): number {
    const known = this.#widths.get(char)
    if (known !== undefined) return known
    const width = this.#font.widthOfTextAtSize(char, 1)
    this.#widths.set(char, width)
    return width
  }
}
