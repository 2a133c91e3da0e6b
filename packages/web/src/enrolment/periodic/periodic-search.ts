import type { PeriodicState } from '@eduduty/core/enrolment'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const periodicStates = [
  'overdue',
  'returned',
  'owed',
  'early',
  'in_time',
  'late',
] as const satisfies readonly PeriodicState[]

export interface PeriodicSearch {
  year?: string | undefined
  title?: string | undefined
  state?: PeriodicState | undefined
  text?: string | undefined
  periodic?: string | undefined
}

export const periodicSearch = (values: SearchValues): PeriodicSearch => ({
  year: textParam(values, 'year'),
  title: textParam(values, 'title'),
  state: choiceParam(values, 'state', periodicStates),
  text: textParam(values, 'text'),
  periodic: textParam(values, 'periodic'),
})
