import type { Mark } from '../../platform/pdf/assembly.ts'
import type { PlacedPage } from '../../platform/pdf/piece.ts'
import type { VolumePage } from './volume-page.ts'

/** A page that is drawn when all page numbers are known, or one of a paper that is written already. */
type OrderedPage = { readonly draw: () => VolumePage } | { readonly placed: PlacedPage; readonly text: string }

/** The pages of a volume in their order; the first has number 1, as readers count them. */
export class PageOrder {
  readonly #ordered: OrderedPage[] = []
  readonly marks: Mark[] = []

  /** The number of the page that comes next. */
  get next(): number {
    return this.#ordered.length + 1
  }

  /** Leaves room for a page that is drawn at the end. */
  keepPlace(draw: () => VolumePage): void {
    this.#ordered.push({ draw })
  }

  place(pages: readonly PlacedPage[], words: (no: number) => string): void {
    for (const placed of pages) this.#ordered.push({ placed, text: words(this.next) })
  }

  /** Marks the page that comes next. */
  mark(level: Mark['level'], title: string): void {
    this.marks.push({ level, title, page: this.#ordered.length })
  }

  drawn(): readonly VolumePage[] {
    return this.#ordered.flatMap((page) => ('draw' in page ? [page.draw()] : []))
  }

  stamps(): readonly { readonly number: number; readonly text: string }[] {
    return this.#ordered.flatMap((page) => ('placed' in page ? [{ number: page.placed.stamp, text: page.text }] : []))
  }

  /** Numbers of the objects of all pages, where these are the pages that were drawn. */
  numbers(drawn: readonly PlacedPage[]): readonly number[] {
    const left = [...drawn]
    return this.#ordered.map((page) => ('placed' in page ? page.placed.number : (left.shift()?.number ?? 0)))
  }
}
