import type { RouteSample } from '../route-samples.ts'

/** The audit log, the working calendar and the state of the system. */
export const systemSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/audit/events': { as: 'auditor', make: (at) => ({ query: { unit: at().path, limit: 500 } }) },
  'GET /api/audit/events/:county/:no': {
    as: 'auditor',
    make: (at) => {
      const { county, event } = at()
      return { params: { county, no: event } }
    },
  },
  'GET /api/audit/actions': { as: 'auditor', make: () => ({}) },
  'POST /api/audit/verify': { as: 'auditor', make: () => ({}) },
  'GET /api/audit/verify': { as: 'auditor', make: () => ({}) },
  'GET /api/audit/export': { as: 'auditor', make: (at) => ({ query: { format: 'csv', unit: at().path } }) },
  'GET /api/clocks/calendar/:county': { as: 'supervisor', make: (at) => ({ params: { county: at().county } }) },
  'PUT /api/clocks/calendar/:county/:year': {
    as: 'supervisor',
    make: (at) => ({
      params: { county: at().county, year: 2031 },
      body: { rest: ['2031-01-01'], work: [], document: '县里的通知', note: '' },
    }),
  },
  'GET /api/desk/status': { as: 'system_admin', make: () => ({}) },
  'GET /api/desk/backups': { as: 'system_admin', make: () => ({}) },
  'POST /api/desk/backups': { as: 'system_admin', expects: 409, make: () => ({}) },
  'PUT /api/desk/backups/keep-days': { as: 'system_admin', make: () => ({ body: { keep_days: 14 } }) },
  'GET /api/health': { as: 'school_clerk', make: () => ({}) },
}
