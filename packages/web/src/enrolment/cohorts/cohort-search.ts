import { type CohortGroup, type CohortStage, cohortEnds, cohortWays } from '@eduduty/core/enrolment'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export const cohortStages = ['初中', '小学'] as const satisfies readonly CohortStage[]

export interface CohortSearch {
  year?: string | undefined
  stage?: CohortStage | undefined
  group?: CohortGroup | undefined
  unit?: string | undefined
  page?: string | undefined
}

export const cohortSearch = (values: SearchValues): CohortSearch => ({
  year: textParam(values, 'year'),
  stage: choiceParam(values, 'stage', cohortStages),
  group: choiceParam(values, 'group', [...cohortWays, ...cohortEnds]),
  unit: textParam(values, 'unit'),
  page: textParam(values, 'page'),
})
