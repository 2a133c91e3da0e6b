import type { LedgerFigures, NearRoll, PeriodicView } from '@eduduty/core/enrolment'
import type { DayLedgers } from '../ledger-on-day.ts'
import type { StoredPeriodic } from './periodic-row.ts'

/** What was stated, and what the ledgers had then. */
export interface StatedNumbers {
  readonly stated: LedgerFigures
  readonly counted?: LedgerFigures
  /** The roll that stood in for the one of the day. */
  readonly nearRoll?: NearRoll | undefined
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
      ...(figure === 'on_roll' &&
        counted === undefined &&
        last?.nearRoll !== undefined && { counted_near: last.nearRoll }),
      ...(again !== undefined && { now: again }),
      ...(figure === 'on_roll' && again === undefined && nearRoll !== undefined && { near: nearRoll }),
    }
  })
}
