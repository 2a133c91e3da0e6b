import type { Mark } from '../../platform/pdf/assembly.ts'
import type { PlacedPage } from '../../platform/pdf/piece.ts'
import type { VolumePage } from './volume-page.ts'

/** A page that is drawn when all page numbers are known, or one of a paper that is written already. */
type Kid = { readonly draw: () => VolumePage } | { readonly placed: PlacedPage; readonly text: string }

/** The pages of a volume in their order; the first has number 1, as readers count them. */
export class Kids {
  readonly #kids: Kid[] = []
  readonly marks: Mark[] = []

  /** The number of the page that comes next. */
  get next(): number {
    return this.#kids.length + 1
  }

  /** Leaves room for a page that is drawn at the end. */
  keepPlace(draw: () => VolumePage): void {
    this.#kids.push({ draw })
  }

  place(pages: readonly PlacedPage[], words: (no: number) => string): void {
    for (const placed of pages) this.#kids.push({ placed, text: words(this.next) })
  }

  /** Marks the page that comes next. */
  mark(level: Mark['level'], title: string): void {
    this.marks.push({ level, title, page: this.#kids.length })
  }

  drawn(): readonly VolumePage[] {
    return this.#kids.flatMap((kid) => ('draw' in kid ? [kid.draw()] : []))
  }

  stamps(): readonly { readonly number: number; readonly text: string }[] {
    return this.#kids.flatMap((kid) => ('placed' in kid ? [{ number: kid.placed.stamp, text: kid.text }] : []))
  }

  /** Numbers of the objects of all pages, where these are the pages that were drawn. */
  numbers(drawn: readonly PlacedPage[]): readonly number[] {
    const left = [...drawn]
    return this.#kids.map((kid) => ('placed' in kid ? kid.placed.number : (left.shift()?.number ?? 0)))
  }
}
