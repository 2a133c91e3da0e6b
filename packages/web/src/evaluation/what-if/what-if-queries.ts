import type {
  Assumption,
  InputList,
  Needed,
  Scenario,
  ScenarioComparison,
  WhatIfAnswer,
} from '@eduduty/core/evaluation'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askJson, getJson, queryString } from '../../platform/api/http.ts'

export const whatIfPath = (run: string): string => `/evaluation/runs/${encodeURIComponent(run)}`

/** What is kept on the server for a while may be read anew there: nothing is taken for true longer than a minute. */
const staleTime = 60_000

export const inputsQuery = (run: string, figure: string) =>
  queryOptions({
    queryKey: ['what-if', run, 'inputs', figure],
    staleTime,
    queryFn: ({ signal }) => getJson<InputList>(`${whatIfPath(run)}/what-if/inputs${queryString({ figure })}`, signal),
  })

export const answerQuery = (run: string, assumptions: readonly Assumption[]) =>
  queryOptions({
    queryKey: ['what-if', run, 'answer', assumptions],
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: () => askJson<WhatIfAnswer>(`${whatIfPath(run)}/what-if`, { assumptions }),
  })

export const neededQuery = (run: string, indicator: string) =>
  queryOptions({
    queryKey: ['what-if', run, 'needed', indicator],
    staleTime,
    queryFn: ({ signal }) =>
      getJson<Needed[]>(`${whatIfPath(run)}/what-if/needed${queryString({ indicator })}`, signal),
  })

export const scenariosQuery = (run: string) =>
  queryOptions({
    queryKey: ['scenarios', run],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Scenario[]>(`${whatIfPath(run)}/scenarios`, signal),
  })

export const comparisonQuery = (run: string, scenario: readonly string[]) =>
  queryOptions({
    queryKey: ['scenarios', run, 'compared', scenario],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      getJson<ScenarioComparison>(`${whatIfPath(run)}/scenarios/compared${queryString({ scenario })}`, signal),
  })
