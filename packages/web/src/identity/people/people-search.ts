import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const accountFilters = ['none', 'waiting', 'active', 'disabled'] as const

export interface PeopleSearch {
  q?: string | undefined
  /** Path of a unit: it and all below. */
  unit?: string | undefined
  role?: string | undefined
  status?: (typeof accountFilters)[number] | undefined
  page?: string | undefined
  /** Person whose panel is open: county code and id. */
  pick?: string | undefined
}

export function peopleSearch(values: SearchValues): PeopleSearch {
  return {
    q: textParam(values, 'q'),
    unit: textParam(values, 'unit'),
    role: textParam(values, 'role'),
    status: choiceParam(values, 'status', accountFilters),
    page: textParam(values, 'page'),
    pick: textParam(values, 'pick'),
  }
}

export const tenureTabs = ['posts', 'records'] as const
export const appointmentFilters = ['proposed', 'approved', 'rejected', 'withdrawn'] as const

export interface TenureSearch {
  tab?: (typeof tenureTabs)[number] | undefined
  q?: string | undefined
  unit?: string | undefined
  status?: (typeof appointmentFilters)[number] | undefined
  vacant?: 'true' | undefined
  page?: string | undefined
  /** Post whose panel is open: county code and id. */
  pick?: string | undefined
}

export function tenureSearch(values: SearchValues): TenureSearch {
  return {
    tab: choiceParam(values, 'tab', tenureTabs),
    q: textParam(values, 'q'),
    unit: textParam(values, 'unit'),
    status: choiceParam(values, 'status', appointmentFilters),
    vacant: choiceParam(values, 'vacant', ['true']),
    page: textParam(values, 'page'),
    pick: textParam(values, 'pick'),
  }
}
