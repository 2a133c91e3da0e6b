import type { LedgerFigure, Periodic } from '../../packs/index.ts'
import type { LedgerKind } from './contracts.ts'
import {
  ledgerFigureTitles,
  type NearRoll,
  type PeriodicDifference,
  type PeriodicState,
  rollTitle,
  type StatedFigure,
} from './periodic-contracts.ts'

/** The last day of a stretch of the school year that begins in `year`. */
export function periodEnd(year: number, ends: string, beginsOn: string): string {
  return `${ends < beginsOn ? year + 1 : year}-${ends}`
}

/** A month or quarter alone does not say of which of the two years that a school year touches: 2026年9月, 2026学年第一学期. */
export const periodTitle = (period: string, endsOn: string, year: number): string =>
  /(月|季度)$/.test(period) ? `${endsOn.slice(0, 4)}年${period}` : `${year}学年${period}`

export interface OwingUnit {
  readonly path: string
  readonly name: string
  readonly schoolType: string
}

export interface OwedReport {
  readonly rule: Periodic
  readonly period: Periodic['periods'][number]
  readonly endsOn: string
  readonly unit: OwingUnit
}

export interface PeriodicPlan {
  readonly rules: readonly Periodic[]
  readonly year: number
  readonly beginsOn: string
  /** Stretches that ended before are not asked for. */
  readonly since: string
  readonly schools: readonly OwingUnit[]
  readonly county: OwingUnit
  /** Names of the county's departments: its report stands under the one that makes it. */
  readonly departments: readonly string[]
}

/** 教育和体育局 is 教育局 too. */
const isNamed = (name: string, word: string): boolean => [...word].every((sign) => name.includes(sign))

/** Every report that is owed in a school year: by each school that is not left out, and by the county. */
export function owedReports({
  rules,
  year,
  beginsOn,
  since,
  schools,
  county,
  departments,
}: PeriodicPlan): OwedReport[] {
  return rules.flatMap((rule) => {
    const { department } = rule
    const maker = department === undefined ? undefined : departments.find((name) => isNamed(name, department))
    const units =
      rule.owes === '县'
        ? [{ ...county, name: maker ?? county.name }]
        : schools.filter(({ schoolType }) => rule.not_of?.includes(schoolType) !== true)
    return rule.periods.flatMap((period) => {
      const endsOn = periodEnd(year, period.ends, beginsOn)
      return endsOn < since ? [] : units.map((unit) => ({ rule, period, endsOn, unit }))
    })
  })
}

export interface PeriodicFacts {
  readonly endsOn: string
  readonly dueOn: string | undefined
  readonly handedInOn: string | undefined
  /** Returned to the unit, and not handed in again. */
  readonly returnedOn?: string | undefined
}

/** Where a report stands. One whose last day cannot be told is never late. */
export function periodicState({ endsOn, dueOn, handedInOn, returnedOn }: PeriodicFacts, today: string): PeriodicState {
  if (handedInOn !== undefined) return dueOn !== undefined && handedInOn > dueOn ? 'late' : 'in_time'
  if (dueOn !== undefined && today > dueOn) return 'overdue'
  if (returnedOn !== undefined) return 'returned'
  return today < endsOn ? 'early' : 'owed'
}

/** A report is handed in once its stretch has come to its last day; what has been handed in may be corrected. */
export const mayHandInOn = ({ endsOn }: Pick<PeriodicFacts, 'endsOn'>, today: string): boolean => today >= endsOn

export type LedgerFigures = Readonly<Partial<Record<LedgerFigure, number>>>

/** A child whom a ledger counts as out of school, unproven or followed up. */
export interface CountedChild {
  readonly ledger: LedgerKind
  readonly child: string
  /** Masked. */
  readonly name: string
  readonly state: string
}

/** A stated number that is not what the ledger shows for it: of the day, or else of the roll that stands in its place. */
export interface OtherwiseStated {
  readonly figure: LedgerFigure
  readonly stated: number
  readonly shown: number
  readonly near: NearRoll | undefined
}

/** The stated numbers that are not the ledger's: it has to be said why. What no ledger has cannot be compared. */
export function statedOtherwise(
  figures: readonly Pick<StatedFigure, 'figure' | 'stated' | 'now' | 'near'>[],
): OtherwiseStated[] {
  return figures.flatMap(({ figure, stated, now, near }) => {
    const shown = now ?? near?.count
    const differs = stated !== undefined && shown !== undefined && stated !== shown
    return differs ? [{ figure, stated, shown, near: now === undefined ? near : undefined }] : []
  })
}

/** 学籍人数报送938、台账940（2025学年的名册） */
export function otherwiseWords(figures: readonly OtherwiseStated[]): string {
  return figures
    .map(({ figure, stated, shown, near }) => {
      const roll = near === undefined ? '' : `（${rollTitle(near)}）`
      return `${ledgerFigureTitles[figure]}报送${stated}、台账${shown}${roll}`
    })
    .join('；')
}

/** Child by child, what the ledgers say of one and the same day otherwise now than when the report was handed in. */
export function compareCounted(past: readonly CountedChild[], now: readonly CountedChild[]): PeriodicDifference[] {
  const before = new Map(past.map((one) => [keyOf(one), one]))
  const after = new Map(now.map((one) => [keyOf(one), one]))
  const changed = [...after.values()].flatMap((one): PeriodicDifference[] => {
    const was = before.get(keyOf(one))?.state ?? ''
    return was === one.state ? [] : [{ ledger: one.ledger, child: one.name, before: was, now: one.state }]
  })
  const gone = past
    .filter((one) => !after.has(keyOf(one)))
    .map((one): PeriodicDifference => ({ ledger: one.ledger, child: one.name, before: one.state, now: '' }))
  return [...changed, ...gone]
}

const keyOf = ({ ledger, child }: CountedChild): string => `${ledger} ${child}`
