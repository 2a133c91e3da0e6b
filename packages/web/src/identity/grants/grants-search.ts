import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'
import { appointmentFilters } from '../people/people-search.ts'

export const grantTabs = ['list', 'matrix'] as const

export interface GrantSearch {
  tab?: (typeof grantTabs)[number] | undefined
  q?: string | undefined
  unit?: string | undefined
  role?: string | undefined
  status?: (typeof appointmentFilters)[number] | undefined
  page?: string | undefined
}

export function grantSearch(values: SearchValues): GrantSearch {
  return {
    tab: choiceParam(values, 'tab', grantTabs),
    q: textParam(values, 'q'),
    unit: textParam(values, 'unit'),
    role: textParam(values, 'role'),
    status: choiceParam(values, 'status', appointmentFilters),
    page: textParam(values, 'page'),
  }
}

export interface AccessSearch {
  /** Path of the unit asked about. */
  unit?: string | undefined
  verb?: string | undefined
  /** Person asked about instead: county code and id. */
  person?: string | undefined
  by?: 'person' | undefined
}

export function accessSearch(values: SearchValues): AccessSearch {
  return {
    unit: textParam(values, 'unit'),
    verb: textParam(values, 'verb'),
    person: textParam(values, 'person'),
    by: choiceParam(values, 'by', ['person']),
  }
}
