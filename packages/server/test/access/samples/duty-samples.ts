import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const task = (at: At, id: 'draftTask' | 'openTask' | 'reportedTask'): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, task: target[id] }
}
const plan = (at: At): NonNullable<Sample['params']> => {
  const { county, dutyPlan } = at('far')
  return { county, plan: dutyPlan }
}

/** Duties and tasks. */
export const dutySamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/duties/plans': { as, make: () => ({}) },
  // Each county has its one plan of this year already.
  'POST /api/duties/plans': {
    as,
    expects: 409,
    make: (at) => ({
      body: { county: at('far').county, year: 2026, title: '任务分解', document: '', soon_days: 30, silent_days: 60 },
    }),
  },
  'POST /api/duties/plans/:county/:plan/closing': { as, make: (at) => ({ params: plan(at) }) },
  'PUT /api/duties/plans/:county/:plan/rules': {
    as,
    make: (at) => ({ params: plan(at), body: { soon_days: 30, silent_days: 60, answer_days: 5 } }),
  },
  'GET /api/duties/plans/:county/:plan/duties': { as, make: (at) => ({ params: plan(at) }) },
  'GET /api/duties/plans/:county/:plan/tasks': { as, make: (at) => ({ params: plan(at), query: { limit: 200 } }) },
  'POST /api/duties/plans/:county/:plan/tasks': {
    as,
    make: (at) => ({
      params: plan(at),
      body: {
        title: '新任务',
        wording: '',
        lists: ['任务清单'],
        units: [at('near').unit],
        cooperating: [],
        post: '',
        due_on: '2099-12-31',
        deliverable: '',
        milestones: [],
      },
    }),
  },
  'GET /api/duties/tasks/:county/:task': { as, make: (at) => ({ params: task(at, 'openTask') }) },
  'PUT /api/duties/tasks/:county/:task': {
    as,
    make: (at) => ({
      params: task(at, 'draftTask'),
      body: {
        title: '改过的任务',
        wording: '',
        lists: ['任务清单'],
        cooperating: [],
        post: '',
        due_on: '2099-12-31',
        deliverable: '',
        milestones: [],
      },
    }),
  },
  'POST /api/duties/tasks/:county/:task/deeds': {
    as,
    make: (at) => ({ params: task(at, 'draftTask'), body: { deed: 'issue', says: '' } }),
  },
  'POST /api/duties/tasks/:county/:task/supervision': {
    as: 'leader',
    make: (at) => ({ params: task(at, 'openTask'), body: { deed: 'instruct', says: '请抓紧办理' } }),
  },
}
