import type { NumberToken } from '../numbers/number-token.ts'
import type { StatedValue } from '../numbers/value-range.ts'

/** What a number says of its quantity. */
export type Role =
  /** How much there is. */
  | 'level'
  /** How much there was: the base of a comparison, as in 比上年的50所增加. */
  | 'base'
  /** By how much it changed, in its own unit. */
  | 'change'
  /** By how many per cent it changed. */
  | 'rate'
  /** By how many percentage points it changed or differs. */
  | 'points'
  /** Which part of a whole, or a rate named so (入学率). */
  | 'share'
  /** How much there is to one: 生均, 平均, 每人. */
  | 'each'
  /** A line that something is held against: 不低于4.5平方米的标准. */
  | 'line'
  /** What is planned or hoped for. */
  | 'plan'

/** What a number counts, as far as the words around it tell. */
export type Kind = 'pupil' | 'staff' | 'class' | 'school' | 'money' | 'area' | 'other' | undefined

/** A number of a report with what it says. Positions are those of its passage's plain text. */
export interface Claim extends StatedValue {
  readonly id: number
  readonly token: NumberToken
  readonly passage: number
  /** Sentence within the passage. */
  readonly sentence: number
  /** Stretch between semicolons or full stops within the passage. */
  readonly segment: number
  readonly role: Role
  /** Of changes: +1 for more, −1 for less. */
  readonly sign: 1 | -1
  readonly quantity: string
  readonly kind: Kind
  readonly period: string | undefined
  /** Words between the number before, or the beginning of the sentence, and this one. */
  readonly before: string
  /** The end of `before` after its last comma. */
  readonly near: string
  /** Words up to the next number or the end of the sentence. */
  readonly after: string
}

/** Whether a number says exactly how much there is: not 50～60人, and not 约50人. */
export const isExact = ({ upTo, qualifier }: NumberToken): boolean => upTo === undefined && qualifier === undefined

/** A number whose digits are hidden or garbled. */
export interface HiddenNumber {
  readonly token: NumberToken
  readonly passage: number
  readonly sentence: number
}
