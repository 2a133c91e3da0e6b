import type { Rational } from '../../formula/index.ts'

/** What people made of an item after looking at it: the level, or the points where the item has no levels. */
export interface VerifiedRating {
  readonly level?: string | undefined
  readonly points?: Rational | undefined
}

/** A 加分 or 扣分 that was granted: of which of the rating's kinds, and how many points, above zero. */
export interface GrantedAdjustment {
  readonly id: string
  /** Identifier of the kind in the rating. */
  readonly rule: string
  readonly points: Rational
}

/** Ratings that count in place of the computed ones. */
export interface VerifiedItems {
  find(node: string, subject: string): VerifiedRating | undefined
  /** What was granted on top of the items, in the order in which limits are used up. */
  adjustments?(rating: string, subject: string): readonly GrantedAdjustment[]
}
