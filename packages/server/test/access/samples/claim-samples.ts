import type { At, RouteSample, Sample } from '../route-samples.ts'

const clerk = 'school_clerk'
const params = (at: At): NonNullable<Sample['params']> => {
  const { county, reportCheck: check } = at()
  return { county, check }
}
/** No report: what is asked is whether what it is to be held against is reached at all. */
const file = '%PDF-1.7'

/** Reports whose numbers are checked. */
export const claimSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/claims/checks': { as: clerk, make: () => ({}) },
  'POST /api/claims/checks': {
    as: 'supervisor',
    expects: 400,
    make: (at) => {
      const { county, check } = params(at)
      return { query: { name: '报告.docx', run: at().run, older: check ?? '', older_county: county ?? '' }, file }
    },
  },
  'POST /api/claims/drafts': {
    as: 'supervisor',
    make: (at) => {
      const { county, draft: report } = at()
      return { body: { county, report } }
    },
  },
  'GET /api/claims/checks/:county/:check': { as: clerk, make: (at) => ({ params: params(at) }) },
  'GET /api/claims/checks/:county/:check/findings': {
    as: clerk,
    make: (at) => ({ params: params(at), query: { format: 'xlsx' } }),
  },
  'POST /api/claims/checks/:county/:check/marks': {
    as: clerk,
    make: (at) => ({ params: params(at), body: { finding: 0, state: 'settled', note: '试验' } }),
  },
  // Whoever did it deletes it; within reach of somebody else that is said.
  'DELETE /api/claims/checks/:county/:check': { as: clerk, expects: 403, make: (at) => ({ params: params(at) }) },
}
