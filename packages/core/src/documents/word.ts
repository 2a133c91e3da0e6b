import { COUNTY } from '../evaluation/index.ts'
import type { Piece } from './report-model.ts'

/** Subject at which the formulas of a template are evaluated. */
export interface SubjectRef {
  readonly grain: string
  readonly subject: string
}

export const AT_COUNTY: SubjectRef = { grain: COUNTY, subject: COUNTY }

/** A word that needs no formula, with the figures it stands on. An empty text counts as without value. */
export interface Word {
  readonly text: string
  readonly figures: readonly string[]
  /** The same text, its numbers apart; absent where none is bound. */
  readonly pieces?: readonly Piece[]
}

export type Words = ReadonlyMap<string, Word>

export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** A word of pieces, some of them bound. */
export const wordOf = (pieces: readonly Piece[], figures: readonly string[] = []): Word => ({
  text: textOfPieces(pieces),
  figures,
  pieces: pieces.filter(({ text }) => text !== ''),
})

/** Pieces of several parts with words between them. */
export const joinPieces = (parts: readonly (readonly Piece[])[], between: string): readonly Piece[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [{ text: between }, ...part]))
