import type { PeriodKey } from '../periods/period-queries.ts'
import type { CheckSearch } from './check-search.ts'

/** A period, what of its findings is wanted, and how that is changed. */
export interface CheckTabProps {
  readonly periodKey: PeriodKey
  readonly search: CheckSearch
  readonly change: (part: CheckSearch) => void
}
