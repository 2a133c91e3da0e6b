import { SCHOOL_YEAR_BEGINS } from '@eduduty/core/calendar'
import type { ClockRule, Pack, Periodic } from '@eduduty/core/packs'
import type { Queries } from '../../../platform/db/database.ts'
import { findDropoutPack, shippedDropoutPack } from '../../find-dropout-pack.ts'

export interface PeriodicRules {
  readonly rules: readonly Periodic[]
  readonly clocks: readonly ClockRule[]
  /** On which day school years begin, `09-01`. */
  readonly beginsOn: string
}

/** The reports that are owed again and again. A version installed before there were any says nothing of them. */
export async function findPeriodicRules(db: Queries): Promise<PeriodicRules> {
  const own = rulesOf(await findDropoutPack(db))
  return own.rules.length > 0 ? own : rulesOf(await shippedDropoutPack())
}

const rulesOf = ({ periodic, clocks, pack }: Pack): PeriodicRules => ({
  rules: periodic ?? [],
  clocks: clocks ?? [],
  beginsOn: pack.reference_day ?? SCHOOL_YEAR_BEGINS,
})
