import type { At, RouteSample, Sample } from '../route-samples.ts'

const reason = '试验原因'
const one = (at: At): NonNullable<Sample['params']> => {
  const { county, person } = at()
  return { county_code: county, person_id: person }
}

export const peopleSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/identity/people': { as: 'supervisor', make: (at) => ({ query: { unit: at().path, size: 200 } }) },
  'GET /api/identity/people/:county_code/:person_id': { as: 'supervisor', make: (at) => ({ params: one(at) }) },
  'POST /api/identity/people/:county_code/:person_id/reveal': {
    as: 'department_head',
    make: (at) => ({ params: one(at), body: { data: 'id_number', reason } }),
  },
  'POST /api/identity/people': {
    as: 'system_admin',
    make: (at) => {
      const { county, unit } = at()
      return { body: { county_code: county, unit_id: unit, name: '新来的人', id_number: '980101198202020014' } }
    },
  },
  'POST /api/identity/people/import': {
    as: 'system_admin',
    make: (at) => {
      const rows = [{ line: 1, name: '导入的人', unit: '没有的单位' }]
      return { body: { county_code: at('far').county, dry_run: true, rows } }
    },
  },
  'POST /api/identity/people/import-file': {
    as: 'system_admin',
    make: (at) => ({
      query: { name: '名册.csv', county_code: at('far').county, dry_run: 'true' },
      file: '姓名,单位\n导入的人,没有的单位\n',
    }),
  },
  'POST /api/identity/people/import-file/marked': {
    as: 'system_admin',
    make: (at) => ({
      query: { name: '名册.csv', county_code: at('far').county },
      file: '姓名,单位\n导入的人,没有的单位\n',
    }),
  },
  'PUT /api/identity/people/:county_code/:person_id': {
    as: 'system_admin',
    make: (at) => ({ params: one(at), body: { name: '改名的人' } }),
  },
  'POST /api/identity/people/:county_code/:person_id/move': {
    as: 'system_admin',
    make: (at) => {
      const params = one(at)
      const { county, unit } = at()
      return { params, body: { county_code: county, unit_id: unit, reason } }
    },
  },
  'POST /api/identity/people/:county_code/:person_id/account': {
    as: 'system_admin',
    expects: 409,
    make: (at) => ({ params: one(at), body: { login_name: 'new-login' } }),
  },
  'PUT /api/identity/people/:county_code/:person_id/account': {
    as: 'system_admin',
    make: (at) => ({ params: one(at), body: { enabled: false, reason } }),
  },
  'POST /api/identity/people/:county_code/:person_id/account/secret': {
    as: 'security_admin',
    make: (at) => ({ params: one(at), body: { reason } }),
  },
  'POST /api/identity/people/:county_code/:person_id/account/secret/decision': {
    as: 'auditor',
    expects: 409,
    make: (at) => ({ params: one(at), body: { approve: true, reason, issued_at: '2026-11-01T00:00:00.000Z' } }),
  },
}
