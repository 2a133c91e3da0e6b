import type { Problem, Value } from '../formula/index.ts'
import type { Pack } from '../packs/index.ts'
import type { Assessment, Figure, State, Subject } from './assessment.ts'

/** The answer to one formula asked of an evaluated county. */
export interface Answer {
  /** Status `error` when the formula has mistakes; they stand in `problems`. */
  readonly value: Value
  readonly unit: string | undefined
  /** Ids of the figures that it stands on, in the order of first use. */
  readonly figures: readonly string[]
  readonly problems: readonly Problem[]
}

/** Names that exist only where the formula stands, e.g. 序号 in a repeated row. */
export type ExtraNames = Readonly<Record<string, Value>>

export interface SubjectQuery {
  /** Truth formula at the subject; only where it is known and true is the subject listed. */
  readonly where?: string
  /** Subjects whose key is not known come last. Default: order of the register of units. */
  readonly orderBy?: string
  readonly descending?: boolean
  readonly limit?: number
  /** Also those that an exclusion leaves out; default false. */
  readonly excluded?: boolean
}

/**
 * A county whose figures are all computed: what documents, pages and traces ask.
 * Everything is lazy, exact and repeatable; nothing here changes once made.
 */
export interface EvaluatedCounty {
  readonly pack: Pack
  readonly year: number
  /** Date by which dated parameters were chosen, YYYY-MM-DD. */
  readonly evaluatedOn: string
  readonly county: { readonly code: string; readonly name: string }
  /** The whole finding; `figures` are those of every subject. Computed once, on first use. */
  assessment(): Assessment
  /** All subjects of a grain, excluded ones too, in the order of the register of units. */
  subjectsOf(grain: string): readonly Subject[]
  listSubjects(
    grain: string,
    query: SubjectQuery,
  ): { readonly subjects: readonly Subject[]; readonly figures: readonly string[] }
  /**
   * Evaluates any formula at a subject (`county` at the grain `county`). Compiled once per grain and text.
   * @throws RangeError when there is no such grain or subject
   */
  evaluateAt(grain: string, subject: string, formula: string, extra?: ExtraNames): Answer
  /** As `evaluateAt`; undefined when the truth is not known. */
  truthAt(
    grain: string,
    subject: string,
    formula: string,
    extra?: ExtraNames,
  ): { readonly truth: boolean | undefined; readonly figures: readonly string[] }
  figure(node: string, subject: string): Figure | undefined
  /** Light of an indicator over all included subjects of its grain, or of a section. */
  stateOf(indicatorOrSection: string): State
  /** The year before, when the folder held it. */
  readonly previous: EvaluatedCounty | undefined
}
