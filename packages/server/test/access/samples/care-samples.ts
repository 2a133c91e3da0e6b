import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'school_clerk'
const head = 'school_head'
const county = (at: At): NonNullable<Sample['params']> => ({ county: at('far').county })
const one = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, child: target.child }
}
const on = '2026-01-04'
const placement = {
  kind: 'delayed_entry',
  on,
  class: '',
  decider: '某某',
  opinion: '',
  reasons: '体弱',
  review_on: '2027-08-31',
}
const plan = {
  kind: 'left_behind',
  on,
  carer: '祖母',
  situation: '父母外出',
  needs: '辅导',
  measures: '每周一次',
  helper: '某某',
  helper_post: '教师',
}
const lesson = { state: 'held', on, teachers: '某某', hours: '2', taught: '识字', place: '家中' }
const diagnosis = { on, assessed_by: '某某', items: [{ item: 'ability', text: '某某' }] }

/** 关爱与安置. */
export const careSamples: Readonly<Record<string, RouteSample>> = {
  'POST /api/enrolment/care/:county/search': { as, make: (at) => ({ params: county(at), body: { limit: 200 } }) },
  'GET /api/enrolment/care/:county': { as, make: (at) => ({ params: county(at) }) },
  'GET /api/enrolment/limits/:county': { as, make: (at) => ({ params: county(at) }) },
  'POST /api/enrolment/limits/:county': {
    as: 'department_head',
    make: (at) => ({
      params: county(at),
      body: {
        limits: [{ id: 'retention', amount: 12, unit: '年' }],
        document: '某某〔2026〕2号',
        dated_on: '2026-01-05',
      },
    }),
  },
  'GET /api/enrolment/care/:county/:child': { as, make: (at) => ({ params: one(at) }) },
  // A school registers children of any township, a township pupils of any school.
  'POST /api/enrolment/care/:county': {
    as,
    make: (at) => ({
      params: county(at),
      body: { from: 'person', name: '某某某', groups: [], township: 'T1', school: 'S1' },
    }),
  },
  'POST /api/enrolment/care/:county/:child/reveal': {
    as: head,
    make: (at) => ({ params: one(at), body: { data: 'name', reason: '家访' } }),
  },
  'POST /api/enrolment/care/:county/:child/card': {
    as: head,
    make: (at) => ({ params: one(at), body: { reason: '家访' } }),
  },
  'POST /api/enrolment/care/:county/:child/contact': {
    as,
    make: (at) => ({ params: one(at), body: { data: 'name', reason: '家访' } }),
  },
  'POST /api/enrolment/care/:county/:child/placements': { as, make: (at) => ({ params: one(at), body: placement }) },
  'POST /api/enrolment/care/:county/:child/reviews': {
    as,
    make: (at) => ({ params: one(at), body: { deed: 'ended', on, decider: '某某', reasons: '某某' } }),
  },
  'POST /api/enrolment/care/:county/:child/lessons': { as, make: (at) => ({ params: one(at), body: lesson }) },
  'POST /api/enrolment/care/:county/:child/lessons/:no/strike': {
    as,
    make: (at) => ({ params: { ...one(at), no: 1 }, body: { reason: '写错' } }),
  },
  'POST /api/enrolment/care/:county/:child/plans': { as, make: (at) => ({ params: one(at), body: plan }) },
  'POST /api/enrolment/care/:county/:child/visits': {
    as,
    make: (at) => ({ params: one(at), body: { on, visitors: '某某', found: '某某', next: '' } }),
  },
  // This world has no files: within reach that is said, beyond it nothing is.
  'GET /api/enrolment/care/:county/:child/files/:file': {
    as,
    expects: 410,
    make: (at) => {
      const target = at()
      return { params: { county: target.county, child: target.child, file: target.careFile } }
    },
  },
  // Nobody here has written a visit with this key.
  'POST /api/enrolment/care/:county/:child/records/:record/files': {
    as,
    expects: 404,
    make: (at) => ({
      params: { ...one(at), record: '0123456789abcdef' },
      query: { kind: 'photo', name: '照片.png' },
      file: 'PNG',
    }),
  },
  'POST /api/enrolment/care/:county/:child/closing': {
    as,
    make: (at) => ({ params: one(at), body: { on, reason: '外出' } }),
  },
  // Only for posts that the pack names, which nobody of this world holds.
  'GET /api/enrolment/care/:county/:child/diagnoses': { as, expects: 403, make: (at) => ({ params: one(at) }) },
  'POST /api/enrolment/care/:county/:child/diagnoses': {
    as,
    expects: 403,
    make: (at) => ({ params: one(at), body: diagnosis }),
  },
  'GET /api/enrolment/teaching/:county': { as, make: (at) => ({ params: county(at), query: { year: 2025 } }) },
  'GET /api/enrolment/teaching/:county/:school/file': {
    as,
    make: (at) => {
      const { county: code, unit } = at()
      return { params: { county: code, school: unit }, query: { year: 2025, format: 'xlsx' } }
    },
  },
}
