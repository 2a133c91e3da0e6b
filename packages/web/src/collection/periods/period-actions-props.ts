import type { PeriodProgress } from '@eduduty/core/collection/tasks'
import type { PeriodKey } from './period-queries.ts'

/** What every dialog of a period is given. */
export interface PeriodActionsProps {
  readonly periodKey: PeriodKey
  readonly progress: PeriodProgress
  /** Units ticked in the list of who owes what. */
  readonly chosen: ReadonlySet<string>
  readonly choose: (units: ReadonlySet<string>) => void
}
