import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const notice = (at: At): NonNullable<Sample['params']> => {
  const { county, notice: id } = at()
  return { county, notice: id }
}

/** Inbox and notices. */
export const deskSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/desk/inbox': { as, make: () => ({}) },
  'GET /api/desk/inbox/done': { as, make: () => ({}) },
  'GET /api/desk/calendar': { as, make: () => ({ query: { month: '2026-01' } }) },
  'POST /api/desk/inbox/seen': { as, make: () => ({ body: { keys: ['task-copy:none'] } }) },
  'GET /api/desk/notices': { as, make: () => ({}) },
  'POST /api/desk/notices': {
    as,
    make: (at) => ({
      body: { county: at('far').county, title: '开会通知', body: '请于周五参加会议。', units: [at('near').unit] },
    }),
  },
  'GET /api/desk/notices/:county/:notice': { as, make: (at) => ({ params: notice(at) }) },
  'POST /api/desk/notices/:county/:notice/recall': { as, make: (at) => ({ params: notice(at) }) },
  'POST /api/desk/notices/:county/:notice/reminders': { as, make: (at) => ({ params: notice(at) }) },
  'POST /api/desk/notices/:county/:notice/attachment': {
    as,
    make: (at) => ({ params: notice(at), query: { name: '附件.txt' }, file: '附件' }),
  },
  'GET /api/desk/notices/:county/:notice/attachment': { as, expects: 404, make: (at) => ({ params: notice(at) }) },
  'POST /api/desk/notices/:county/:notice/receipt': {
    as: 'school_clerk',
    make: (at) => ({ params: notice(at), body: { unit: at().unit, answer: '已阅' } }),
  },
}
