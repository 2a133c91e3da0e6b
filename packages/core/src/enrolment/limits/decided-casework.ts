import type { Basis, Casework, CaseworkStep, ClockRule, Verified } from '../../packs/index.ts'
import type { LimitAmount, LimitKind, LimitUnit } from './contracts.ts'

/** What a county has decided of one limit, by which document, since when. */
export interface DecidedLimit extends LimitAmount {
  readonly document: string
  /** Of the document; null where it was not asked for yet. */
  readonly dated_on: string | null
  readonly by: string
  /** When it was entered. */
  readonly on: string
}

/** By the id of the limit. */
export type DecidedLimits = ReadonlyMap<string, DecidedLimit>

/** A limit that no source sets: the pack only suggests a number, or none. */
export interface Limit {
  readonly id: string
  readonly kind: LimitKind
  readonly title: string
  readonly units: readonly LimitUnit[]
  readonly suggested?: LimitAmount
  readonly basis?: Basis | undefined
  readonly verified?: Verified | undefined
  /** Of a time limit: who is reminded and told. */
  readonly rule?: ClockRule
}

/** How cases are handled, and the time limits that belong to it. */
export interface TimedCasework {
  readonly casework: Casework
  readonly clocks: readonly ClockRule[]
}

/** Whether nobody has found a source: then what is written is a suggestion, never a default. */
export const isUnsourced = ({ verified }: { readonly verified?: Verified | undefined }): boolean =>
  verified === undefined || verified.grade === 'U'

const clockId = (id: string): string => `clock.${id}`
const timesId = ({ id }: CaseworkStep, counter: 'visits' | 'persuasions'): string => `times.${id}.${counter}`
const RELAPSE = 'relapse'
const RETENTION = 'retention'

const timeUnits = ['自然日', '工作日', '月'] as const
const counters = [
  ['visits', '走访'],
  ['persuasions', '劝返'],
] as const

/** Time limits whose length no source says. */
export function undecidedClocks(kind: 'stage' | 'report', clocks: readonly ClockRule[]): Limit[] {
  return clocks.flatMap((rule): Limit[] => {
    const { id, title, length, basis, verified } = rule
    if (length === undefined || !isUnsourced(rule)) return []
    return [{ id: clockId(id), kind, title, units: timeUnits, suggested: length, basis, verified, rule }]
  })
}

/** Every number of a definition that no source sets, in the order in which a case meets them. */
export function undecidedLimits({ casework, clocks }: TimedCasework): Limit[] {
  const { relapse, retention, steps } = casework
  const times = steps.flatMap((step) => (isUnsourced(step) ? timesOf(step) : []))
  const days: Limit[] =
    relapse === undefined || !isUnsourced(relapse)
      ? []
      : [
          {
            id: RELAPSE,
            kind: 'relapse',
            title: '销案后多少天内再次失学、辍学算反复',
            units: ['自然日'],
            suggested: { amount: relapse.days, unit: '自然日' },
            basis: relapse.basis,
            verified: relapse.verified,
          },
        ]
  const years: Limit[] =
    retention === undefined || !isUnsourced(retention)
      ? []
      : [
          {
            id: RETENTION,
            kind: 'retention',
            title: '销案后个人信息保管几年',
            units: ['年'],
            suggested: { amount: retention.years, unit: '年' },
            basis: retention.basis,
            verified: retention.verified,
          },
        ]
  return [...undecidedClocks('stage', clocks), ...times, ...days, ...years]
}

function timesOf(step: CaseworkStep): Limit[] {
  const { basis, verified, title, at_least: least = {} } = step
  return counters.flatMap(([counter, word]): Limit[] => {
    const times = least[counter]
    if (times === undefined) return []
    return [
      {
        id: timesId(step, counter),
        kind: 'times',
        title: `“${title}”前至少${word}几次`,
        units: ['次'],
        suggested: { amount: times, unit: '次' },
        basis,
        verified,
      },
    ]
  })
}

/** A time limit as it holds in a county: without a length where no source and no county says how long. */
export function decidedClock(rule: ClockRule, decided: DecidedLimits): ClockRule {
  return isUnsourced(rule) ? withDecided(rule, decided.get(clockId(rule.id))) : rule
}

/** A rule with the length that a county has decided, and its document; without one where it has not. */
export function withDecided(rule: ClockRule, own: DecidedLimit | undefined): ClockRule {
  const unit = timeUnits.find((one) => one === own?.unit)
  const { length: _, basis: __, verified: ___, ...rest } = rule
  if (own === undefined || unit === undefined) return { ...rest, ...sourcesOf(rule) }
  return { ...rest, length: { amount: own.amount, unit }, ...countySources(own) }
}

/**
 * How cases are handled in a county: every number that no source sets is the county's, or not there: time without a length
 * does not run, a step waits for no number of tries, nothing counts as a relapse, nothing is destroyed.
 */
export function decidedCasework({ casework, clocks }: TimedCasework, decided: DecidedLimits): TimedCasework {
  const { relapse, retention, steps, ...rest } = casework
  const days = numberOf(relapse, relapse?.days, decided.get(RELAPSE))
  const years = numberOf(retention, retention?.years, decided.get(RETENTION))
  return {
    casework: {
      ...rest,
      steps: steps.map((step) => (isUnsourced(step) ? decidedStep(step, decided) : step)),
      ...(days !== undefined && { relapse: { days: days.amount, ...days.sources } }),
      ...(years !== undefined && { retention: { years: years.amount, ...years.sources } }),
    },
    clocks: clocks.map((rule) => decidedClock(rule, decided)),
  }
}

function decidedStep(step: CaseworkStep, decided: DecidedLimits): CaseworkStep {
  const { at_least: least = {}, ...rest } = step
  const own = (counter: 'visits' | 'persuasions'): number | undefined =>
    least[counter] === undefined ? undefined : decided.get(timesId(step, counter))?.amount
  const [visits, persuasions] = [own('visits'), own('persuasions')]
  if (visits === undefined && persuasions === undefined) return rest
  const times = { ...(visits !== undefined && { visits }), ...(persuasions !== undefined && { persuasions }) }
  return { ...rest, at_least: times }
}

interface Sources {
  readonly basis?: Basis
  readonly verified?: Verified
}

function numberOf(part: Sources | undefined, amount: number | undefined, own: DecidedLimit | undefined) {
  if (part === undefined || amount === undefined) return undefined
  if (!isUnsourced(part)) return { amount, sources: sourcesOf(part) }
  return own === undefined ? undefined : { amount: own.amount, sources: countySources(own) }
}

const sourcesOf = ({ basis, verified }: Sources): Sources => ({
  ...(basis !== undefined && { basis }),
  ...(verified !== undefined && { verified }),
})

const countySources = ({ document, dated_on: dated, on, by }: DecidedLimit): Sources => ({
  basis: { document, ...(dated !== null && { note: `${dated}发布` }) },
  verified: { grade: 'C', on, by, source: '本县规定' },
})
