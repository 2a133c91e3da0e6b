import type { CareKind, ClockRule } from '../../packs/index.ts'
import { type DecidedLimit, type DecidedLimits, isUnsourced, type Limit, withDecided } from './decided-casework.ts'

/** What a pack says of children in care and of the time until they are visited. */
export interface TimedCare {
  readonly care: readonly CareKind[]
  readonly clocks: readonly ClockRule[]
}

const visitId = (kind: string): string => `care.${kind}`
const units = ['自然日', '月'] as const

/** The time limit of a kind of care as the pack writes it; undefined where the pack has lost it. */
function clockOf({ care, clocks }: TimedCare, kind: string): ClockRule | undefined {
  const clock = care.find(({ id }) => id === kind)?.clock
  return clocks.find(({ id }) => id === clock)
}

/** Kinds of children of whom no source says how often they are visited. */
export function undecidedVisits(pack: TimedCare): Limit[] {
  return pack.care.flatMap(({ id, title, basis, verified }): Limit[] => {
    const rule = clockOf(pack, id)
    if (rule === undefined || !isOpen(rule)) return []
    const { length: suggested } = rule
    const name = `${title}多久走访一次`
    return [
      {
        id: visitId(id),
        kind: 'visit',
        title: name,
        units,
        basis,
        verified,
        rule,
        ...(suggested !== undefined && { suggested }),
      },
    ]
  })
}

/** The time limit until the next visit, and what the county has decided of it, where no source says it. */
export interface DecidedVisit {
  readonly rule: ClockRule
  readonly own?: DecidedLimit
}

/**
 * Until when children of a kind are visited next: as a source says, else as the county has decided. Undefined where neither
 * does: then no time runs.
 */
export function decidedVisit(pack: TimedCare, decided: DecidedLimits, kind: string): DecidedVisit | undefined {
  const rule = clockOf(pack, kind)
  if (rule === undefined || !isOpen(rule)) return rule && { rule }
  const own = decided.get(visitId(kind))
  return own === undefined ? undefined : { rule: withDecided(rule, own), own }
}

const isOpen = (rule: ClockRule): boolean => rule.length === undefined || isUnsourced(rule)
