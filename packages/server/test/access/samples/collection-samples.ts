import type { At, RouteSample, Sample } from '../route-samples.ts'
import type { Target } from '../route-world.ts'

const reason = '试验原因'
const supervisor = 'supervisor'
const clerk = 'school_clerk'
type Step = 'filling' | 'returned' | 'submitted' | 'firstReviewed' | 'verified' | 'frozen' | 'roster'

const task = (at: At, step: Step): NonNullable<Sample['params']> => {
  const { county, [step]: id } = at()
  return { county, task: id }
}
const period = (at: At, which: 'period' | 'verifiedPeriod' = 'period'): NonNullable<Sample['params']> => {
  const { county, [which]: id } = at()
  return { county, period: id }
}
const near = <Key extends keyof Target>(at: At, key: Key): Target[Key] => at('near')[key]

/** A request about one task, with a body that names nothing else. */
const deed = (as: string, step: Step, body?: NonNullable<Sample['body']>): RouteSample => ({
  as,
  make: (at) => ({ params: task(at, step), ...(body !== undefined && { body }) }),
})

const T = '/api/collection/tasks/:county/:task'
const P = '/api/collection/periods/:county/:period'

const reading: Readonly<Record<string, RouteSample>> = {
  'GET /api/collection/tasks': {
    as: supervisor,
    make: (at) => ({
      query: { county: at('far').county, unit: at('near').unit, period: at('near').period, size: 500 },
    }),
  },
  [`GET ${T}`]: deed(supervisor, 'filling'),
  [`GET ${T}/cells/:row/:column`]: {
    as: supervisor,
    make: (at) => ({ params: { ...task(at, 'filling'), row: near(at, 'fillingRow'), column: 'name' } }),
  },
  'POST /api/collection/reminders/seen': {
    as: clerk,
    make: (at) => ({ body: { reminder_ids: [at().reminder] } }),
  },
}

const filling: Readonly<Record<string, RouteSample>> = {
  [`POST ${T}/cells`]: {
    as: clerk,
    make: (at) => {
      const params = task(at, 'filling')
      const row_no = near(at, 'fillingRow')
      return { params, body: { edits: [{ row_no, column: 'pupils', from: '1', to: '2' }] } }
    },
  },
  [`POST ${T}/rows`]: deed(clerk, 'roster', { count: 1 }),
  [`POST ${T}/rows/removal`]: {
    as: clerk,
    make: (at) => ({ params: task(at, 'roster'), body: { row_nos: [near(at, 'rosterRow')], reason } }),
  },
  [`POST ${T}/check`]: deed(clerk, 'filling'),
  [`POST ${T}/submit`]: deed(clerk, 'filling', { reason: '' }),
  [`POST ${T}/withdrawal`]: deed(clerk, 'submitted', { reason }),
  [`POST ${T}/explanations`]: deed(clerk, 'filling', { check: 'seed_check', row_no: 0, text: '情况属实' }),
  [`POST ${T}/replies`]: {
    as: clerk,
    make: (at) => ({ params: task(at, 'returned'), body: { return_id: near(at, 'returnedCell'), reply: reason } }),
  },
  [`POST ${T}/requests`]: deed(clerk, 'filling', { kind: 'extension', reason }),
}

const files: Readonly<Record<string, RouteSample>> = {
  [`GET ${T}/template`]: deed(supervisor, 'filling'),
  [`GET ${T}/uploads/:upload/marked`]: {
    as: supervisor,
    make: (at) => ({ params: { ...task(at, 'filling'), upload: near(at, 'upload') } }),
  },
  [`GET ${T}/packet`]: deed(clerk, 'filling'),
  [`POST ${T}/packet`]: {
    as: clerk,
    // A file that is no packet: signed ones hold the very form that they are for.
    expects: 409,
    make: (at) => ({ params: task(at, 'filling'), query: { name: '离线包.csv' }, file: '名称,学生数\n试验单位,5\n' }),
  },
  [`GET ${T}/upload`]: deed(clerk, 'roster'),
  [`POST ${T}/upload/cancellation`]: deed(clerk, 'roster'),
  [`POST ${T}/upload`]: {
    as: clerk,
    make: (at) => ({ params: task(at, 'filling'), query: { name: '台账.csv' }, file: '名称,学生数\n试验单位,5\n' }),
  },
}

const reviewing: Readonly<Record<string, RouteSample>> = {
  [`POST ${T}/first-review`]: deed(supervisor, 'submitted', { reason: '' }),
  [`POST ${T}/review`]: deed(supervisor, 'firstReviewed', { reason: '' }),
  [`POST ${T}/first-return`]: returning(),
  [`POST ${T}/return`]: returning(),
  [`POST ${T}/freeze`]: deed(supervisor, 'verified', { reason: '' }),
  [`POST ${T}/correction`]: deed(supervisor, 'frozen', { reason }),
  [`POST ${T}/requests/refusal`]: deed(supervisor, 'frozen', { reason }),
  [`POST ${T}/explanations/review`]: deed(supervisor, 'submitted', judgement()),
  [`POST ${T}/explanations/first-review`]: deed(supervisor, 'submitted', judgement()),
  [`GET ${T}/reviewers`]: deed(supervisor, 'submitted'),
  [`GET ${T}/first-reviewers`]: deed(supervisor, 'submitted'),
  [`GET ${T}/countersigners`]: deed(supervisor, 'submitted'),
  [`POST ${T}/hand-on`]: handing(),
  [`POST ${T}/first-hand-on`]: handing(),
  [`POST ${T}/countersigns`]: {
    as: supervisor,
    make: (at) => {
      const params = task(at, 'submitted')
      return { params, body: { person_id: near(at, 'person'), question: '是否属实', due_on: '2026-12-31' } }
    },
  },
  [`POST ${T}/countersigns/:countersign/answer`]: {
    as: 'leader',
    make: (at) => ({ params: countersign(at), body: { agree: true, opinion: '属实' } }),
  },
  [`POST ${T}/countersigns/:countersign/withdrawal`]: {
    as: supervisor,
    make: (at) => ({ params: countersign(at), body: { reason } }),
  },
}

function returning(): RouteSample {
  return {
    as: supervisor,
    make: (at) => {
      const params = task(at, 'submitted')
      const cells = [{ row_no: near(at, 'submittedRow'), column: 'name', reason }]
      return { params, body: { cells, reason, due_on: '2026-12-31' } }
    },
  }
}

function judgement(): NonNullable<Sample['body']> {
  return { check: 'seed_check', row_no: 0, accept: true, reason: '' }
}

function handing(): RouteSample {
  return {
    as: supervisor,
    make: (at) => ({ params: task(at, 'submitted'), body: { person_id: near(at, 'reviewer'), reason } }),
  }
}

function countersign(at: At): NonNullable<Sample['params']> {
  return { ...task(at, 'submitted'), countersign: near(at, 'countersign') }
}

const periods: Readonly<Record<string, RouteSample>> = {
  'GET /api/collection/periods/offer': {
    as: supervisor,
    make: (at) => ({ query: { county: at('far').county, pack: 'quality-balance-2017' } }),
  },
  'POST /api/collection/periods': {
    as: supervisor,
    make: (at) => ({
      query: { county: at('far').county },
      body: {
        title: '试验上报期',
        pack_id: 'quality-balance-2017',
        year: 2025,
        opens_on: '2026-11-01',
        closes_on: '2026-12-31',
        copied_from: near(at, 'period'),
        plans: [{ register: 'school_form', unit_ids: [near(at, 'unit')], has_first_review: true }],
      },
    }),
  },
  [`GET ${P}/copy`]: { as: supervisor, make: (at) => ({ params: period(at) }) },
  'GET /api/collection/periods': { as: supervisor, make: (at) => ({ query: { county: at('far').county } }) },
  [`GET ${P}/progress`]: { as: supervisor, make: (at) => ({ params: period(at) }) },
  [`POST ${P}/close`]: { as: supervisor, make: (at) => ({ params: period(at), body: { reason } }) },
  [`POST ${P}/extensions`]: {
    as: supervisor,
    make: (at) => {
      const params = period(at)
      return { params, body: { task_ids: [near(at, 'filling')], closes_on: '2027-01-31', reason } }
    },
  },
  [`POST ${P}/reminders`]: {
    as: supervisor,
    make: (at) => ({ params: period(at), body: { unit_ids: [near(at, 'unit')] } }),
  },
  [`POST ${P}/freeze`]: {
    as: supervisor,
    make: (at) => ({ params: period(at, 'verifiedPeriod'), body: { reason: '' } }),
  },
  [`GET ${P}/bulletin`]: { as: supervisor, make: (at) => ({ params: period(at) }) },
}

export const collectionSamples: Readonly<Record<string, RouteSample>> = {
  ...reading,
  ...filling,
  ...files,
  ...reviewing,
  ...periods,
}
