import type { GridMode } from './grid-keys.ts'
import type { GridShape, Place } from './shape.ts'
import type { TypedCell } from './write-cells.ts'

interface Draft extends TypedCell {
  readonly mode: Exclude<GridMode, 'ready'>
}

/** What is being typed. It belongs to the cell in which it was begun, wherever that cell or the selection goes. */
export class Typing {
  #draft: Draft | undefined

  get mode(): GridMode {
    return this.#draft?.mode ?? 'ready'
  }

  /** Begins in a cell that holds a text; typing that goes on in it only changes its mode. */
  begin(mode: Draft['mode'], place: Place, text: string): void {
    this.#draft = { text: this.#draft?.text ?? text, place, mode }
  }

  /** The field holds another text; nothing where no typing has begun. */
  change(text: string): void {
    if (this.#draft !== undefined) this.#draft = { ...this.#draft, text }
  }

  /** Ends the typing: what was typed, and where. */
  end(): TypedCell | undefined {
    const draft = this.#draft
    this.#draft = undefined
    return draft
  }

  /** Follows the cell into another shape. Where it is not there any more the typing ends, and what is lost is returned. */
  follow(shape: GridShape): TypedCell | undefined {
    if (this.#draft === undefined) return undefined
    const position = shape.find(this.#draft.place.key)
    const place = position && shape.at(position)
    if (place === undefined) return this.end()
    this.#draft = { ...this.#draft, place }
    return undefined
  }
}
