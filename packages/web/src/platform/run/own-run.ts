import type { Assessment, OwnResult, OwnRunList } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../api/http.ts'
import { ownRun, runAddress } from './queries.ts'

/** Evaluations that have figures of one's own unit. */
export const ownRunsQuery = () =>
  queryOptions({
    queryKey: ['own runs'],
    staleTime: 0,
    queryFn: async ({ signal }) => (await getJson<OwnRunList>('/evaluation/own', signal)).runs,
  })

export const ownResultQuery = (run: string) =>
  queryOptions({
    queryKey: ['own run', run],
    queryFn: ({ signal }) => getJson<OwnResult>(runAddress(ownRun(run)), signal),
  })

/** A unit's part of an evaluation in the shape of the whole: what concludes on the county is not in it. */
export function asAssessment({ run, nodes, grains = [], registers = [], subjects, figures }: OwnResult): Assessment {
  return {
    schema: 'eduduty-assessment/1',
    run,
    verdict: { title: '', state: 'not_applicable', text: '', reasons: [], deciding: [] },
    coverage: { registers: [] },
    effects: [],
    sections: [],
    grains,
    registers,
    nodes,
    subjects,
    figures,
    dispersions: [],
    findings: [],
    files: [],
    history: [],
  }
}
