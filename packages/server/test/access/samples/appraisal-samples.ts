import type { At, RouteSample, Sample } from '../route-samples.ts'
import type { AppraisalTarget } from '../route-world-appraising.ts'
import { seedItem } from '../seed-appraisal.ts'
import { seedPack } from '../seed-collection.ts'

const until = '2999-01-01'
const reason = '试验原因'
const supervisor = 'supervisor'
const clerk = 'school_clerk'
type Step = Exclude<keyof AppraisalTarget, 'appeal' | 'adjustment' | 'outcome'>

const params = (at: At, step: Step): NonNullable<Sample['params']> => {
  const { county, [step]: appraisal } = at()
  return { county, appraisal }
}

/** A request about one appraisal, with a body that names nothing else. */
const deed = (as: string, step: Step, body?: NonNullable<Sample['body']>, expects?: number): RouteSample => ({
  as,
  ...(expects !== undefined && { expects }),
  make: (at) => ({ params: params(at, step), ...(body !== undefined && { body }) }),
})

const publication = { document_no: '试验〔2026〕1号', dated_on: '2026-11-25', text: '试验正文' }

const conducting: Readonly<Record<string, RouteSample>> = {
  'GET /api/appraisal/offers': { as: supervisor, make: () => ({}) },
  // The run of this world rates nobody: within reach that is said, beyond it nothing is.
  'POST /api/appraisal/appraisals': {
    as: supervisor,
    expects: 404,
    make: (at) => ({
      body: {
        run: at().run,
        rating: 'yearly',
        subjects: ['A'],
        self_until: until,
        rate_until: until,
        publicity_days: 5,
        appeal_days: 5,
        tolerance_percent: '10',
      },
    }),
  },
  'GET /api/appraisal/appraisals/:county/:appraisal/raters': deed(supervisor, 'selfRating'),
  'POST /api/appraisal/appraisals/:county/:appraisal/assignments': {
    as: supervisor,
    expects: 400,
    make: (at) => ({
      params: params(at, 'rating'),
      body: { assignments: [{ section: 'section', seat: 2, person_id: at('near').reviewer }] },
    }),
  },
  'POST /api/appraisal/appraisals/:county/:appraisal/return': deed(supervisor, 'rating', {
    items: [seedItem],
    reason,
    until,
  }),
  'POST /api/appraisal/appraisals/:county/:appraisal/start': deed(supervisor, 'selfRating', { reason }, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/extension': deed(supervisor, 'selfRating', {
    rate_until: '2999-12-31',
    reason,
  }),
  'POST /api/appraisal/appraisals/:county/:appraisal/cancellation': deed(supervisor, 'selfRating', { reason }),
}

const asked = { rule: 'praised', points: '1', grounds: '试验事由', document: '试验〔2026〕1号', papers: [] }
const outcome = { kind: 'other', dated_on: '2026-01-04', document_no: '试验〔2026〕2号', grounds: '试验事由' }

/** A request about one rating and year of a county. */
const yearly = (as: string, expects?: number, body?: NonNullable<Sample['body']>): RouteSample => ({
  as,
  ...(expects !== undefined && { expects }),
  make: (at) => ({
    params: { county: at('far').county, year: 2025, pack: seedPack.id, rating: 'publicity' },
    ...(body !== undefined && { body }),
  }),
})

/** 加分扣分, ranking, letters and what follows: the pack of this world has no rating, and no result is published. */
const assessing: Readonly<Record<string, RouteSample>> = {
  'POST /api/appraisal/appraisals/:county/:appraisal/applications': deed(clerk, 'selfRating', asked, 400),
  'POST /api/appraisal/appraisals/:county/:appraisal/adjustments': deed(supervisor, 'rating', asked, 400),
  'POST /api/appraisal/appraisals/:county/:appraisal/adjustments/:adjustment/decision': {
    as: supervisor,
    make: (at) => {
      const { county, rating: appraisal, adjustment } = at()
      return { params: { county, appraisal, adjustment }, body: { accepts: false, reason: '试验理由' } }
    },
  },
  // The seeded one was proposed by the office, and by somebody else.
  'POST /api/appraisal/appraisals/:county/:appraisal/applications/:adjustment/withdrawal': {
    as: clerk,
    expects: 404,
    make: (at) => {
      const { county, rating: appraisal, adjustment } = at()
      return { params: { county, appraisal, adjustment }, body: { reason } }
    },
  },
  'POST /api/appraisal/appraisals/:county/:appraisal/adjustments/:adjustment/withdrawal': {
    as: supervisor,
    expects: 403,
    make: (at) => {
      const { county, rating: appraisal, adjustment } = at()
      return { params: { county, appraisal, adjustment }, body: { reason } }
    },
  },
  'GET /api/appraisal/yearly': { as: supervisor, make: () => ({}) },
  'GET /api/appraisal/yearly/:county/:year/:pack/:rating': yearly(supervisor),
  'GET /api/appraisal/yearly/:county/:year/:pack/:rating/file': yearly(supervisor),
  'POST /api/appraisal/yearly/:county/:year/:pack/:rating/publication': yearly(supervisor, 403, {
    document_no: '试验〔2026〕3号',
    dated_on: '2026-01-04',
  }),
  'POST /api/appraisal/yearly/:county/:year/:pack/:rating/letters': yearly(supervisor, 403, {
    series: '试验〔2026〕',
    dated_on: '2026-01-04',
    office: '试验单位',
  }),
  'GET /api/appraisal/yearly/:county/:year/:pack/:rating/letters/files': yearly(supervisor, 404),
  'GET /api/appraisal/appraisals/:county/:appraisal/letter': deed(supervisor, 'publicity', undefined, 404),
  'GET /api/appraisal/outcomes': { as: supervisor, make: () => ({ query: { year: 2025 } }) },
  'POST /api/appraisal/appraisals/:county/:appraisal/outcomes': deed(supervisor, 'publicity', outcome, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/outcomes/:outcome/strike': {
    as: supervisor,
    expects: 409,
    make: (at) => {
      const { county, publicity: appraisal, outcome: id } = at()
      return { params: { county, appraisal, outcome: id }, body: { reason } }
    },
  },
}

/** Appraising: what the unit, the raters and the office do. */
export const appraisalSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/appraisal/appraisals': { as: supervisor, make: () => ({ query: { year: 2025 } }) },
  'GET /api/appraisal/appraisals/:county/:appraisal': deed(supervisor, 'selfRating'),
  ...conducting,
  ...assessing,
  'POST /api/appraisal/appraisals/:county/:appraisal/items/:item/self-rating': {
    as: clerk,
    make: (at) => ({
      params: { ...params(at, 'selfRating'), item: seedItem },
      body: {
        points: '3',
        grounds: '试验依据',
        deviation_reason: '',
        evidence: [{ name: '试验材料', reference: '1号' }],
      },
    }),
  },
  'POST /api/appraisal/appraisals/:county/:appraisal/report': deed(clerk, 'selfRating', { reason }, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/withdrawal': deed(clerk, 'selfRating', { reason }, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/items/:item/opinion': {
    as: 'inspector',
    expects: 403,
    make: (at) => ({
      params: { ...params(at, 'rating'), item: seedItem },
      body: { points: '3', grounds: '试验理由' },
    }),
  },
  'POST /api/appraisal/appraisals/:county/:appraisal/hand-in': deed('inspector', 'rating', undefined, 403),
  'POST /api/appraisal/appraisals/:county/:appraisal/conclusion': deed(supervisor, 'rating', { reason }, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/announcement': deed(supervisor, 'rating', publication, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/publication': deed(supervisor, 'publicity', publication, 409),
  'POST /api/appraisal/appraisals/:county/:appraisal/appeals': deed(clerk, 'publicity', {
    items: [seedItem],
    grounds: '试验申诉理由',
  }),
  'POST /api/appraisal/appraisals/:county/:appraisal/appeals/:appeal/decision': {
    as: 'leader',
    make: (at) => {
      const { county, appealed: appraisal, appeal } = at()
      return { params: { county, appraisal, appeal }, body: { changes: [], reason: '试验处理理由' } }
    },
  },
}
