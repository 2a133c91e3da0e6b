import type { Rational } from '../../formula/index.ts'

/** What people made of an item after looking at it: the level, or the points where the item has no levels. */
export interface VerifiedRating {
  readonly level?: string | undefined
  readonly points?: Rational | undefined
}

/** Ratings that count in place of the computed ones. */
export interface VerifiedItems {
  find(node: string, subject: string): VerifiedRating | undefined
}
