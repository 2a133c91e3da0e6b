import { defaultSecuritySettings } from '@eduduty/core/identity'
import type { RouteSample } from '../route-samples.ts'

const password = 'Correct-Horse-9-Battery'
const as = 'school_clerk'
const person = (name: string) => ({ name: `管理员${name}`, login_name: `first-${name}` })

/** Signing in and one's own account: nobody in the seed world has a password that these know. */
export const signInSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/identity/session': { as, make: () => ({}) },
  'POST /api/identity/sign-in': {
    as,
    expects: 401,
    make: (at) => ({ body: { login_name: `someone-${at('near').unit}`, password } }),
  },
  'POST /api/identity/activation': {
    as,
    expects: 400,
    make: (at) => ({ body: { login_name: `someone-${at('near').unit}`, code: 'ABCD-EFGH', password } }),
  },
  'POST /api/identity/set-up': {
    as,
    expects: 409,
    make: (at) => ({
      body: {
        secret: 'none',
        county_code: at('far').county,
        government: '云岭县人民政府',
        department: '县电子政务中心',
        apart: true,
        system_admin: person('a'),
        security_admin: person('b'),
        second_security_admin: person('c'),
        auditor: person('d'),
      },
    }),
  },
  'GET /api/identity/account': { as, make: () => ({}) },
  'GET /api/identity/delegations': { as, make: () => ({}) },
  'POST /api/identity/delegations': {
    as,
    expects: 422,
    make: () => ({ body: { delegate: 'nobody', since: '2099-01-01', last: '2099-01-02', reason: '出差' } }),
  },
  'POST /api/identity/delegations/:delegation/ending': {
    as,
    expects: 409,
    make: () => ({ params: { delegation: 'none' } }),
  },
  'POST /api/identity/account/password': {
    as,
    expects: 400,
    make: () => ({ body: { current: password, next: `${password}!` } }),
  },
  'POST /api/identity/account/totp': { as, expects: 400, make: () => ({ body: { password } }) },
  'POST /api/identity/account/totp/confirm': {
    as,
    expects: 400,
    make: () => ({ body: { draft: 'none', code: '123456' } }),
  },
  'POST /api/identity/account/totp/remove': { as, expects: 400, make: () => ({ body: { password } }) },
  'POST /api/identity/account/sessions/:session/end': {
    as,
    expects: 404,
    make: (at) => ({ params: { session: at().session } }),
  },
  'POST /api/identity/sign-out': { as, make: () => ({}) },
  'POST /api/identity/sign-out-everywhere': { as, make: () => ({}) },
  'GET /api/identity/sessions': { as: 'security_admin', make: () => ({}) },
  'POST /api/identity/sessions/:county_code/:session/end': {
    as: 'security_admin',
    make: (at) => {
      const { county, session } = at()
      return { params: { county_code: county, session }, body: { reason: '试验原因' } }
    },
  },
  'GET /api/identity/settings': { as: 'security_admin', make: () => ({}) },
  'PUT /api/identity/settings': {
    as: 'security_admin',
    // Several counties share the installation of this world.
    expects: 403,
    make: () => ({ body: { settings: { ...defaultSecuritySettings, idle_minutes: 10 }, reason: '试验原因' } }),
  },
}
