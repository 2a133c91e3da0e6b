import { CaseLine } from '@eduduty/core/packs'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const caseLines = CaseLine.anyOf.map((one) => one.const)

/** What of the cases is listed: those being worked on unless something else is chosen. */
export const caseViews = ['open', 'overdue', 'closed', 'relapsed', 'all', 'former'] as const
export type CaseViewName = (typeof caseViews)[number]

/** Filters of the list, as they stand in the address. A name or a full identity number never does. */
export interface CasesSearch {
  view?: CaseViewName | undefined
  state?: string | undefined
  owner?: CaseLine | undefined
  unit?: string | undefined
  overdue?: 'true' | undefined
  page?: string | undefined
}

export const casesSearch = (values: SearchValues): CasesSearch => ({
  view: choiceParam(values, 'view', caseViews),
  state: textParam(values, 'state'),
  owner: choiceParam(values, 'owner', caseLines),
  unit: textParam(values, 'unit'),
  overdue: choiceParam(values, 'overdue', ['true']),
  page: textParam(values, 'page'),
})

export const noCaseFilters: CasesSearch = {
  state: undefined,
  owner: undefined,
  unit: undefined,
  overdue: undefined,
}

export const isCaseFiltered = ({ state, owner, unit, overdue }: CasesSearch): boolean =>
  [state, owner, unit, overdue].some((one) => one !== undefined)

/** What the server is asked for by a view. */
export function askedOf({ view = 'open', overdue }: CasesSearch): Record<string, string | undefined> {
  const late = overdue === 'true' || view === 'overdue' ? { is_overdue: 'true' } : {}
  switch (view) {
    case 'open':
    case 'overdue':
      return { is_open: 'true', ...late }
    case 'closed':
      return { is_open: 'false', ...late }
    case 'relapsed':
      return { is_relapse: 'true', ...late }
    case 'former':
      return { is_former: 'true', ...late }
    case 'all':
      return late
  }
}
