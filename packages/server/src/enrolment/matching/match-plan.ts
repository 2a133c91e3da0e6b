import { rowConditionSql } from '@eduduty/core/evaluation'
import type { Match, MatchExempt, MatchSide } from '@eduduty/core/packs'
import type { CountedRegister, TaskPack } from '../../collection/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** One side of a comparison with the rows that take part in it. */
export interface PlannedSide {
  readonly side: MatchSide
  readonly counted: CountedRegister
  /** SQL over the columns of the register. */
  readonly where: string
}

export interface PlannedExempt {
  readonly exempt: MatchExempt
  /** By register that is looked at: SQL of its condition. */
  readonly when: ReadonlyMap<string, string>
  readonly in: PlannedSide | undefined
}

/** A comparison ready to be run: `found` are the sides whose rows are looked for on the `other` sides. */
export interface PlannedMatch {
  readonly match: Match
  readonly found: readonly PlannedSide[]
  readonly other: readonly PlannedSide[]
  readonly exempts: readonly PlannedExempt[]
  /** Rows that have no counterpart are what is found; otherwise those that have one. */
  readonly wantsMissing: boolean
}

type Counted = ReadonlyMap<string, CountedRegister>

/** Registers that a comparison reads. */
export function registersOf({ left, right, exempt = [] }: Match): readonly string[] {
  return [left, ...right, ...exempt.flatMap((one) => one.in ?? [])].map(({ register }) => register)
}

/** Comparisons of the same two registers the other way round: 学籍比户籍 of 户籍比学籍. */
export function reversesOf({ id, left, right }: Match, matches: readonly Match[]): readonly string[] {
  return matches
    .filter(
      (other) =>
        other.id !== id &&
        right.some(({ register }) => register === other.left.register) &&
        other.right.some(({ register }) => register === left.register),
    )
    .map((other) => other.id)
}

export function planMatch(pack: TaskPack, match: Match, counted: Counted): PlannedMatch {
  const side = (one: MatchSide): PlannedSide => {
    const register = counted.get(one.register)
    if (register === undefined) throw new AppError('enrolment.pack_faulty', { match: match.title })
    return { side: one, counted: register, where: conditionSql(pack, match, one.register, one.where) }
  }
  const left = [side(match.left)]
  const right = match.right.map(side)
  const [found, other] = match.finds === '右边没有左边' ? [right, left] : [left, right]
  const exempts = (match.exempt ?? []).map((exempt): PlannedExempt => {
    const when = found.map(
      ({ side: { register } }) => [register, conditionSql(pack, match, register, exempt.when)] as const,
    )
    return { exempt, when: new Map(when), in: exempt.in && side(exempt.in) }
  })
  return { match, found, other, exempts, wantsMissing: match.finds !== '两边都有' }
}

/** Errors: `enrolment.pack_faulty`; a pack that was checked before it was installed has no such condition. */
export function conditionSql(
  pack: TaskPack,
  { title }: { readonly title: string },
  register: string,
  condition: string | undefined,
): string {
  if (condition === undefined) return 'true'
  const made = rowConditionSql(pack.plan(), register, condition)
  if ('unsupported' in made) throw new AppError('enrolment.pack_faulty', { match: title })
  return `(${made.sql}) is true`
}
