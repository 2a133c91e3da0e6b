import type { LedgerFigures, PeriodicView } from '@eduduty/core/enrolment'
import type { DayLedgers } from '../ledger-on-day.ts'
import type { StoredPeriodic } from './periodic-row.ts'

/** What was stated, and what the ledgers had then. */
export interface StatedNumbers {
  readonly stated: LedgerFigures
  readonly counted?: LedgerFigures
}

/** The numbers that a report asks for, as stated and as the ledgers have them. */
export function periodicFigures(
  row: Pick<StoredPeriodic, 'figures'>,
  { figures: now, nearRoll }: DayLedgers,
  last: StatedNumbers | undefined,
): PeriodicView['figures'] {
  return row.figures.map((figure) => {
    const [stated, counted, again] = [last?.stated[figure], last?.counted?.[figure], now[figure]]
    return {
      figure,
      ...(stated !== undefined && { stated }),
      ...(counted !== undefined && { counted }),
      ...(again !== undefined && { now: again }),
      ...(figure === 'on_roll' && again === undefined && nearRoll !== undefined && { near: nearRoll }),
    }
  })
}
