/** A part of a PDF that is being put together: whole objects, written one after the other. */
export interface Piece {
  readonly bytes: number
  /** Number of each object, and where in the piece it begins. */
  readonly offsets: readonly (readonly [number: number, offset: number])[]
  /** The first number that is free after it. */
  readonly next: number
  /** Its pages in their order, by the number of their object. */
  readonly pages: readonly PlacedPage[]
}

export interface PlacedPage {
  readonly number: number
  /** The object that is drawn upon this page at its lower right corner; it is written later. */
  readonly stamp: number
}

/** Numbers that are known before anything is written. */
export const CATALOG = 1
export const PAGES = 2
export const FIRST_FREE = 3
