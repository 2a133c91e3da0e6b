import type { CareFilter } from '@eduduty/core/enrolment'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const careViews = ['children', 'placed', 'teaching', 'cared'] as const
export type CareView = (typeof careViews)[number]

export const careFilters = ['visit_due', 'review_due', 'closed'] as const satisfies readonly CareFilter[]

export interface CarePageSearch {
  view?: CareView | undefined
  only?: (typeof careFilters)[number] | undefined
  kind?: string | undefined
  page?: string | undefined
  year?: string | undefined
  term?: string | undefined
}

export const careSearch = (values: SearchValues): CarePageSearch => ({
  view: choiceParam(values, 'view', careViews),
  only: choiceParam(values, 'only', careFilters),
  kind: textParam(values, 'kind'),
  page: textParam(values, 'page'),
  year: textParam(values, 'year'),
  term: textParam(values, 'term'),
})

/** What a tab lists where nothing narrower is asked for. */
export function onlyOf({ view, only }: CarePageSearch): CareFilter | undefined {
  if (only !== undefined) return only
  return view === 'placed' || view === 'cared' ? view : undefined
}

export const isCareFiltered = ({ only, kind }: CarePageSearch): boolean => only !== undefined || kind !== undefined
