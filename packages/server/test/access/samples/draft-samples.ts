import type { At, RouteSample, Sample } from '../route-samples.ts'

const supervisor = 'supervisor'
const clerk = 'school_clerk'
const head = 'school_head'

type State = 'draft' | 'inReview' | 'signed'

const params = (at: At, state: State): NonNullable<Sample['params']> => {
  const { county, [state]: report } = at()
  return { county, report }
}

const about = (as: string, state: State, body?: NonNullable<Sample['body']>, expects?: number): RouteSample => ({
  as,
  ...(expects !== undefined && { expects }),
  make: (at) => ({ params: params(at, state), ...(body !== undefined && { body }) }),
})

const edit = { title: '试验标题', blocks: [{ kind: 'paragraph', id: 'k1', pieces: [{ text: '试验' }] }] }

/** Reports: starting, reading, writing, signing. */
export const draftSamples: Readonly<Record<string, RouteSample>> = {
  // The pack of this world's runs is not installed: within reach that is said, beyond it nothing is.
  'GET /api/reports/offers': { as: supervisor, expects: 404, make: (at) => ({ query: { run: at().run } }) },
  'GET /api/reports/mentions': {
    as: supervisor,
    make: (at) => ({ query: { county: at().county, pack: 'nothing', year: 2025, figure: ['nothing@county'] } }),
  },
  'POST /api/reports': {
    as: supervisor,
    expects: 404,
    make: (at) => ({ body: { run: at().run, outline: 'nothing', subjects: ['county'] } }),
  },
  'GET /api/reports': { as: supervisor, make: () => ({}) },
  'GET /api/reports/archive': {
    as: supervisor,
    make: (at) => ({ query: { county: at('far').county, reports: at('near').draft } }),
  },
  'GET /api/reports/:county/:report': about(supervisor, 'draft'),
  'GET /api/reports/:county/:report/document': about(clerk, 'draft'),
  'POST /api/reports/:county/:report/slides': about(clerk, 'draft', { pictures: [] }),
  'GET /api/reports/:county/:report/versions/:version': {
    as: supervisor,
    make: (at) => ({ params: { ...params(at, 'draft'), version: 1 } }),
  },
  'GET /api/reports/:county/:report/versions/:version/document': {
    as: supervisor,
    make: (at) => ({ params: { ...params(at, 'signed'), version: 1 } }),
  },
  'GET /api/reports/:county/:report/figure-places': about(clerk, 'draft', undefined, 404),
  'GET /api/reports/:county/:report/drawables': about(clerk, 'draft', undefined, 404),
  'GET /api/reports/:county/:report/figures': {
    as: clerk,
    expects: 404,
    make: (at) => ({ params: params(at, 'draft'), query: { grain: 'county', subject: 'county' } }),
  },
  'PUT /api/reports/:county/:report': about(clerk, 'draft', { revision: 1, content: edit }),
  'POST /api/reports/:county/:report/refresh': {
    as: clerk,
    expects: 404,
    make: (at) => ({ params: params(at, 'draft'), body: { run: at().run, revision: 1 } }),
  },
  'POST /api/reports/:county/:report/versions': about(clerk, 'draft', { note: '试验' }),
  'POST /api/reports/:county/:report/sending': about(clerk, 'draft', { deed: 'send', revision: 1, note: '' }),
  'POST /api/reports/:county/:report/signing': about(head, 'inReview', { deed: 'sign', revision: 1, note: '试验' }),
  'POST /api/reports/:county/:report/comments': about(clerk, 'draft', { block: 'k1', quote: '试验', text: '请核实' }),
  'POST /api/reports/:county/:report/comments/:comment/resolution': {
    as: clerk,
    make: (at) => ({ params: { ...params(at, 'draft'), comment: at().reportComment } }),
  },
}
