import type { Rational } from '../../formula/index.ts'
import type { Span } from '../read/report-text.ts'
import type { Unit } from './units.ts'

/** What the words around a number say of its exactness. */
export type Qualifier = 'about' | 'more' | 'at_least' | 'at_most' | 'nearly' | 'above' | 'below'

/** A number with its unit as it stands in plain text. */
export interface NumberToken extends Span {
  /** Where the digits themselves stand. */
  readonly digits: Span
  /** Digits without separators, `4.33`; the words of a number in words. Empty when masked. */
  readonly literal: string
  readonly inWords: boolean
  /** Base units for one of the literal: 4.33万元 has 10000. */
  readonly scale: Rational
  readonly unit: Unit
  /** The unit as printed, with 万 or 亿 for money: 万元. */
  readonly unitText: string
  /** `生` of 元/生. */
  readonly per: string | undefined
  readonly qualifier: Qualifier | undefined
  /** Some digits are hidden or garbled. */
  readonly masked: boolean
  /** Rounded though it is a whole number: an average of people. */
  readonly rounded: boolean
  /** How many times it counts: 小学、初中各2所 are four. */
  readonly times?: number
  /** The other end of a range such as 50～60人. */
  readonly upTo: string | undefined
}
