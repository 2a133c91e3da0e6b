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

const reading: Readonly<Record<string, RouteSample>> = {
  'GET /api/collection/tasks': {
    as: supervisor,
    make: (at) => ({
      query: { county: at('far').county, unit: at('near').unit, period: at('near').period, size: 500 },
    }),
  },
  'GET /api/collection/tasks/:county/:task': deed(supervisor, 'filling'),
  'GET /api/collection/tasks/:county/:task/cells/:row/:column': {
    as: supervisor,
    make: (at) => ({ params: { ...task(at, 'filling'), row: near(at, 'fillingRow'), column: 'name' } }),
  },
  'GET /api/collection/tasks/:county/:task/derived': deed(supervisor, 'filling'),
  'GET /api/collection/tasks/:county/:task/rules': deed(supervisor, 'filling'),
  'GET /api/collection/tasks/:county/:task/versions/:version': {
    as: supervisor,
    make: (at) => ({ params: { ...task(at, 'filling'), version: 1 } }),
  },
  'POST /api/collection/reminders/seen': {
    as: clerk,
    make: (at) => ({ body: { reminder_ids: [at().reminder] } }),
  },
}

const filling: Readonly<Record<string, RouteSample>> = {
  'POST /api/collection/tasks/:county/:task/cells': {
    as: clerk,
    make: (at) => {
      const params = task(at, 'filling')
      const row_no = near(at, 'fillingRow')
      return { params, body: { edits: [{ row_no, column: 'pupils', from: '1', to: '2' }] } }
    },
  },
  'POST /api/collection/tasks/:county/:task/derived': {
    as: clerk,
    // The pack of this world has no rosters to derive from: within reach that is said, beyond it nothing is.
    expects: 409,
    make: (at) => {
      const row_no = near(at, 'fillingRow')
      return { params: task(at, 'filling'), body: { cells: [{ row_no, column: 'pupils', from: '1', to: '2' }] } }
    },
  },
  'POST /api/collection/tasks/:county/:task/last-year': {
    as: clerk,
    // Nobody in this world reported anything last year.
    expects: 409,
    make: (at) => ({
      params: task(at, 'filling'),
      body: { row_no: near(at, 'fillingRow'), column: 'pupils', from: '1' },
    }),
  },
  'POST /api/collection/tasks/:county/:task/rows': deed(clerk, 'roster', { count: 1 }),
  'POST /api/collection/tasks/:county/:task/rows/removal': {
    as: clerk,
    make: (at) => ({ params: task(at, 'roster'), body: { row_nos: [near(at, 'rosterRow')], reason } }),
  },
  'POST /api/collection/tasks/:county/:task/check': deed(clerk, 'filling'),
  'POST /api/collection/tasks/:county/:task/recheck': deed(clerk, 'filling'),
  'POST /api/collection/tasks/:county/:task/submit': deed(clerk, 'filling', { reason: '' }),
  'POST /api/collection/tasks/:county/:task/withdrawal': deed(clerk, 'submitted', { reason }),
  'POST /api/collection/tasks/:county/:task/explanations': deed(clerk, 'filling', {
    check: 'seed_check',
    row_no: 0,
    text: '情况属实',
  }),
  'POST /api/collection/tasks/:county/:task/replies': {
    as: clerk,
    make: (at) => ({ params: task(at, 'returned'), body: { return_id: near(at, 'returnedCell'), reply: reason } }),
  },
  'POST /api/collection/tasks/:county/:task/requests': deed(clerk, 'filling', { kind: 'extension', reason }),
}

const files: Readonly<Record<string, RouteSample>> = {
  'GET /api/collection/tasks/:county/:task/template': deed(supervisor, 'filling'),
  'GET /api/collection/tasks/:county/:task/uploads/:upload/marked': {
    as: supervisor,
    make: (at) => ({ params: { ...task(at, 'filling'), upload: near(at, 'upload') } }),
  },
  'GET /api/collection/tasks/:county/:task/packet': deed(clerk, 'filling'),
  'POST /api/collection/tasks/:county/:task/packet': {
    as: clerk,
    // A file that is no packet: signed ones hold the very form that they are for.
    expects: 409,
    make: (at) => ({ params: task(at, 'filling'), query: { name: '离线包.csv' }, file: '名称,学生数\n试验单位,5\n' }),
  },
  'POST /api/collection/tasks/:county/:task/statistics': {
    as: clerk,
    // The world's pack takes nothing from the statistics.
    expects: 400,
    make: (at) => ({ params: task(at, 'filling'), query: { name: '教基.csv' }, file: '学校（机构）名称,试验单位\n' }),
  },
  'POST /api/collection/tasks/:county/:task/statistics/cells': {
    as: clerk,
    // As above: there is nothing to take.
    expects: 400,
    make: (at) => ({
      params: task(at, 'filling'),
      body: {
        name: '教基.csv',
        content: Buffer.from('学校（机构）名称,试验单位\n').toString('base64'),
        cells: [{ row_no: 0, row_title: '', column: 'pupils', from: '', to: '2' }],
      },
    }),
  },
  'GET /api/collection/tasks/:county/:task/upload': deed(clerk, 'roster'),
  'POST /api/collection/tasks/:county/:task/upload/cancellation': deed(clerk, 'roster'),
  'POST /api/collection/tasks/:county/:task/upload': {
    as: clerk,
    make: (at) => ({ params: task(at, 'filling'), query: { name: '台账.csv' }, file: '名称,学生数\n试验单位,5\n' }),
  },
}

const reviewing: Readonly<Record<string, RouteSample>> = {
  // An explanation waits there to be judged.
  'POST /api/collection/tasks/:county/:task/first-review': {
    ...deed(supervisor, 'submitted', { reason: '' }),
    expects: 409,
  },
  'POST /api/collection/tasks/:county/:task/review': deed(supervisor, 'firstReviewed', { reason: '' }),
  'POST /api/collection/tasks/:county/:task/first-return': returning(),
  'POST /api/collection/tasks/:county/:task/return': returning(),
  'POST /api/collection/tasks/:county/:task/freeze': deed(supervisor, 'verified', { reason: '' }),
  'POST /api/collection/tasks/:county/:task/correction': deed(supervisor, 'frozen', { reason }),
  'POST /api/collection/tasks/:county/:task/requests/refusal': answering('frozen'),
  'POST /api/collection/tasks/:county/:task/requests/review-refusal': answering('frozen'),
  // What waits there is not for the first review to decide.
  'POST /api/collection/tasks/:county/:task/requests/first-refusal': {
    ...answering('frozen'),
    expects: 409,
  },
  // Nothing was asked for there.
  'POST /api/collection/tasks/:county/:task/requests/unlock': {
    ...answering('returned'),
    expects: 409,
  },
  'POST /api/collection/tasks/:county/:task/requests/first-unlock': {
    ...answering('returned'),
    expects: 409,
  },
  'POST /api/collection/tasks/:county/:task/explanations/review': deed(supervisor, 'submitted', judgement()),
  'POST /api/collection/tasks/:county/:task/explanations/first-review': deed(supervisor, 'submitted', judgement()),
  'GET /api/collection/tasks/:county/:task/reviewers': deed(supervisor, 'firstReviewed'),
  'GET /api/collection/tasks/:county/:task/first-reviewers': deed(supervisor, 'submitted'),
  'GET /api/collection/tasks/:county/:task/countersigners': deed(supervisor, 'submitted'),
  'POST /api/collection/tasks/:county/:task/hand-on': handing(),
  'POST /api/collection/tasks/:county/:task/first-hand-on': handing(),
  'POST /api/collection/tasks/:county/:task/countersigns': {
    as: supervisor,
    make: (at) => {
      const params = task(at, 'submitted')
      return { params, body: { person_id: near(at, 'person'), question: '是否属实', due_on: '2026-12-31' } }
    },
  },
  'POST /api/collection/tasks/:county/:task/countersigns/:countersign/answer': {
    as: 'leader',
    make: (at) => ({ params: countersign(at), body: { agree: true, opinion: '属实' } }),
  },
  'POST /api/collection/tasks/:county/:task/countersigns/:countersign/withdrawal': {
    as: supervisor,
    make: (at) => ({ params: countersign(at), body: { reason } }),
  },
}

function answering(step: Step): RouteSample {
  return {
    as: supervisor,
    make: (at) => ({ params: task(at, step), body: { request_id: near(at, 'request'), reason } }),
  }
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
  'GET /api/collection/periods/:county/:period/copy': { as: supervisor, make: (at) => ({ params: period(at) }) },
  'GET /api/collection/periods': { as: supervisor, make: (at) => ({ query: { county: at('far').county } }) },
  'GET /api/collection/periods/:county/:period/progress': { as: supervisor, make: (at) => ({ params: period(at) }) },
  'GET /api/collection/periods/:county/:period/requests': { as: supervisor, make: (at) => ({ params: period(at) }) },
  'POST /api/collection/periods/:county/:period/close': {
    as: supervisor,
    make: (at) => ({ params: period(at), body: { reason } }),
  },
  'POST /api/collection/periods/:county/:period/extensions': {
    as: supervisor,
    make: (at) => {
      const params = period(at)
      return { params, body: { task_ids: [near(at, 'filling')], closes_on: '2027-01-31', reason } }
    },
  },
  'POST /api/collection/periods/:county/:period/reminders': {
    as: supervisor,
    make: (at) => ({ params: period(at), body: { unit_ids: [near(at, 'unit')] } }),
  },
  'POST /api/collection/periods/:county/:period/freeze': {
    as: supervisor,
    make: (at) => ({ params: period(at, 'verifiedPeriod'), body: { reason: '' } }),
  },
  'GET /api/collection/periods/:county/:period/bulletin': { as: supervisor, make: (at) => ({ params: period(at) }) },
}

export const collectionSamples: Readonly<Record<string, RouteSample>> = {
  ...reading,
  ...filling,
  ...files,
  ...reviewing,
  ...periods,
}
