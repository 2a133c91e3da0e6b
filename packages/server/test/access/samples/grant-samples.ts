import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'security_admin'
const reason = '试验原因'
const decision = { approve: true, reason: '同意' }
const tenure = (at: At, which: 'tenure' | 'proposedTenure'): NonNullable<Sample['params']> => {
  const place = at()
  return { county_code: place.county, tenure_id: place[which] }
}
const grant = (at: At, which: 'grant' | 'proposedGrant'): NonNullable<Sample['params']> => {
  const place = at()
  return { county_code: place.county, grant_id: place[which] }
}

export const grantSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/identity/posts': { as, make: (at) => ({ query: { unit: at().path, size: 200 } }) },
  'GET /api/identity/tenures': {
    as,
    make: (at) => ({ query: { unit: at().path, post: at().post, size: 200 } }),
  },
  'POST /api/identity/tenures': {
    as,
    make: (at) => {
      const { county, post } = at()
      const person_id = at('near').person
      return {
        body: {
          county_code: county,
          post_id: post,
          person_id,
          kind: 'substitute',
          since: '2027-01-01',
          until: '2027-02-01',
          reason,
        },
      }
    },
  },
  'POST /api/identity/tenures/:county_code/:tenure_id/hand-over': {
    as,
    make: (at) => ({ params: tenure(at, 'tenure'), body: { person_id: at('near').person, on: '2027-01-01', reason } }),
  },
  'POST /api/identity/tenures/:county_code/:tenure_id/decision': {
    as,
    make: (at) => ({ params: tenure(at, 'proposedTenure'), body: decision }),
  },
  'POST /api/identity/tenures/:county_code/:tenure_id/withdrawal': {
    as,
    expects: 409,
    make: (at) => ({ params: tenure(at, 'proposedTenure'), body: { reason } }),
  },
  'POST /api/identity/tenures/:county_code/:tenure_id/end': {
    as,
    make: (at) => ({ params: tenure(at, 'tenure'), body: { on: '2027-01-01', reason } }),
  },
  'GET /api/identity/grants': { as, make: (at) => ({ query: { unit: at().path, post: at().post, size: 200 } }) },
  'POST /api/identity/grants': {
    as,
    make: (at) => {
      const { county, post } = at()
      const scope_path = at().path
      return {
        body: { county_code: county, post_id: post, role: 'inspector', scope_path, since: '2027-01-01', reason },
      }
    },
  },
  'POST /api/identity/grants/:county_code/:grant_id/decision': {
    as,
    make: (at) => ({ params: grant(at, 'proposedGrant'), body: decision }),
  },
  'POST /api/identity/grants/:county_code/:grant_id/withdrawal': {
    as,
    expects: 409,
    make: (at) => ({ params: grant(at, 'proposedGrant'), body: { reason } }),
  },
  'POST /api/identity/grants/:county_code/:grant_id/end': {
    as,
    make: (at) => ({ params: grant(at, 'grant'), body: { on: '2027-01-01', reason } }),
  },
  'GET /api/identity/access': { as, make: (at) => ({ query: { path: at().path, verb: 'evaluation.read' } }) },
  'GET /api/identity/access/:county_code/:person_id': {
    as,
    make: (at) => {
      const { county, person } = at()
      return { params: { county_code: county, person_id: person } }
    },
  },
  'GET /api/identity/administrators': { as, make: () => ({}) },
}
