import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const year = { year: 2026 }
const day = '2026-01-04'
const county = (at: At): NonNullable<Sample['params']> => ({ county: at('far').county })

type Records = 'meeting' | 'body' | 'promise' | 'proposal' | 'contact' | 'decision' | 'pledge'

const record = (at: At, what: Records): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, record: target[what] }
}

/** Enters a record of the unit. */
const enters = (body: Readonly<Record<string, unknown>>): RouteSample => ({
  as,
  make: (at) => ({ params: county(at), body: { unit: at('near').unit, ...body } }),
})

/** 工作机制. */
const records: Readonly<Record<string, RouteSample>> = {
  'GET /api/duties/meetings/:county': { as, make: (at) => ({ params: county(at), query: year }) },
  'POST /api/duties/meetings/:county': enters({
    kind: '专题会',
    title: '研究教育',
    held_on: day,
    chair: '',
    topics: ['控辍保学'],
    document: '',
    decisions: [{ text: '摸清底数' }],
  }),
  'POST /api/duties/meetings/:county/:meeting/decisions': {
    as,
    make: (at) => {
      const target = at()
      return { params: { county: target.county, meeting: target.meeting }, body: { text: '补一条决定' } }
    },
  },
  'POST /api/duties/meetings/:county/:meeting/corrections': {
    as,
    make: (at) => {
      const target = at()
      const meeting = {
        kind: '专题会',
        title: '改过的名称',
        held_on: day,
        chair: '',
        topics: ['控辍保学'],
        document: '',
      }
      return { params: { county: target.county, meeting: target.meeting }, body: { meeting, reason: '试验' } }
    },
  },
  'POST /api/duties/records/:county/:kind/:record/settling': {
    as,
    make: (at) => ({
      params: { ...record(at, 'decision'), kind: 'decision' },
      body: { settled_on: day, outcome: '已办' },
    }),
  },
  'POST /api/duties/records/:county/:kind/:record/striking': {
    as,
    make: (at) => ({ params: { ...record(at, 'meeting'), kind: 'meeting' }, body: { reason: '登记错了' } }),
  },
  'POST /api/duties/records/:county/:kind/:record/corrections': {
    as,
    make: (at) => ({
      params: { ...record(at, 'promise'), kind: 'promise' },
      body: { promise: { kind: '民生实事', title: '改过的事项', source: '', made_on: day }, reason: '写错了' },
    }),
  },
  'GET /api/duties/mechanisms/:county': { as, make: (at) => ({ params: county(at), query: year }) },
  'POST /api/duties/bodies/:county': enters({
    kind: '领导小组',
    title: '控辍保学领导小组',
    document: '',
    office: '',
    founded_on: day,
    members: [],
  }),
  'POST /api/duties/bodies/:county/:record/changes': {
    as,
    make: (at) => ({ params: record(at, 'body'), body: { dissolved_on: day } }),
  },
  'POST /api/duties/promises/:county': enters({ kind: '民生实事', title: '改厕', source: '', made_on: day }),
  'POST /api/duties/proposals/:county': enters({
    kind: '政协提案',
    no: '1',
    title: '校门口交通',
    raised_by: '',
    received_on: day,
  }),
  'POST /api/duties/proposals/:county/:record/answer': {
    as,
    make: (at) => ({ params: record(at, 'proposal'), body: { answered_on: day, answer: '已装护栏' } }),
  },
  'POST /api/duties/contacts/:county': {
    as,
    make: (at) => ({
      params: county(at),
      body: { unit: at('near').unit, name: '某某', post: '', school: at('near').unit, since: day },
    }),
  },
  'POST /api/duties/contacts/:county/:record/visits': {
    as,
    make: (at) => ({ params: record(at, 'contact'), body: { kind: '到校', on: day, topic: '' } }),
  },
}

const plan = (at: At): NonNullable<Sample['params']> => {
  const { county: code, dutyPlan } = at('far')
  return { county: code, plan: dutyPlan }
}
const parties = (at: At): NonNullable<Sample['body']> => ({ parties: [at('near').unit] })
const pledge = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, pledge: target.pledge }
}

/** 取数 and 责任书. */
const pledges: Readonly<Record<string, RouteSample>> = {
  'GET /api/duties/counts/:county': { as, make: (at) => ({ params: county(at), query: year }) },
  // No pack of this world counts anything.
  'POST /api/duties/counts/:county/taking': {
    as: 'township_clerk',
    expects: 404,
    make: (at) => ({
      params: county(at),
      body: { pack: 'seed-pack', count: 'meetings', unit: at('near').unit, ...year, counted: 0, reported: '' },
    }),
  },
  'GET /api/duties/plans/:county/:plan/pledges': { as, make: (at) => ({ params: plan(at) }) },
  'POST /api/duties/plans/:county/:plan/pledges': { as, make: (at) => ({ params: plan(at), body: parties(at) }) },
  'POST /api/duties/plans/:county/:plan/pledges/text': {
    as,
    make: (at) => ({ params: plan(at), body: { title: '责任书', preamble: '为了教育', closing: '一式两份' } }),
  },
  'POST /api/duties/plans/:county/:plan/pledges/reminders': {
    as,
    make: (at) => ({ params: plan(at), body: parties(at) }),
  },
  'POST /api/duties/plans/:county/:plan/pledges/files': { as, make: (at) => ({ params: plan(at), body: parties(at) }) },
  'GET /api/duties/pledges/:county/:pledge/file': { as, make: (at) => ({ params: pledge(at) }) },
  // The seeded pledge is not signed yet.
  'POST /api/duties/pledges/:county/:pledge/copies': {
    as,
    expects: 409,
    make: (at) => ({ params: pledge(at), query: { name: '签订本.gif' }, file: 'GIF89a 试验' }),
  },
  // What the seeded pledge says is nobody's tasks: it does not hold any more.
  'POST /api/duties/pledges/:county/:pledge/signing': {
    as,
    expects: 409,
    make: (at) => ({ params: pledge(at), body: { signed_on: day, signed_by: '某某', copy_no: '' } }),
  },
}

export const mechanismSamples: Readonly<Record<string, RouteSample>> = { ...records, ...pledges }
