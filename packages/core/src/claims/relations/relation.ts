import { type Bounds, bounds, rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'

/**
 * How surely the text says that numbers belong together. `certain`: it leaves no other reading; `stated`: it says so, in
 * words that may be misread; `probable`: it reads so, though more may stand beside; `shaped`: it is built
 * as if it said so, which is worth a look; `likely`: its shape says so;
 * `sought`: nothing says so, but they would fit; `possible`: the numbers stand where such numbers often stand.
 */
export type Tie = 'certain' | 'stated' | 'probable' | 'shaped' | 'likely' | 'sought' | 'possible'

export type RelationKind = 'sum' | 'part' | 'growth' | 'share' | 'points' | 'each' | 'order' | 'whole' | 'same'

/** A claim that others fix: `target` must be what `compute` makes of the inputs. */
export interface Relation {
  readonly kind: RelationKind
  readonly tie: Tie
  readonly target: Claim
  readonly inputs: readonly Claim[]
  readonly compute: (inputs: readonly Bounds[]) => Bounds
  /** The computation in words, the inputs as printed. */
  readonly words: (inputs: readonly string[]) => string
  /** Said when it fails for a reason of its own. */
  readonly remark?: string
}

/** Readings of one place of the text; where one of them holds, the others are no findings. */
export interface Question {
  readonly readings: readonly Relation[]
}

export const totalOf = (parts: readonly Bounds[]): Bounds =>
  parts.reduce(bounds.addBounds, { low: rational.ZERO, high: rational.ZERO })

export const difference = (a: Bounds, b: Bounds): Bounds => bounds.addBounds(a, bounds.negateBounds(b))

const HUNDRED: Bounds = { low: rational.HUNDRED, high: rational.HUNDRED }

/** a ÷ b in per cent. */
export const percentOf = (a: Bounds, b: Bounds): Bounds => bounds.mulBounds(bounds.divBounds(a, b), HUNDRED)

export const NOTHING: Bounds = { low: undefined, high: undefined }

/** The n-th input; unbounded when there is none. */
export const input = (inputs: readonly Bounds[], at: number): Bounds => inputs[at] ?? NOTHING
