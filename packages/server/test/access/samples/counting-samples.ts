import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const one = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, export: target.export }
}

const onePeriodic = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, periodic: target.periodic }
}

/** The three ledgers of children out of school, and the reports that state their numbers. */
export const countingSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/enrolment/ledgers/:county': { as, make: (at) => ({ params: { county: at('far').county } }) },
  'GET /api/enrolment/ledgers/:county/:year/:ledger': {
    as,
    make: (at) => ({ params: { county: at('far').county, year: 2025, ledger: 'suspected' }, query: { limit: 200 } }),
  },
  'POST /api/enrolment/ledgers/:county/:year/:ledger/search': {
    as,
    make: (at) => ({ params: { county: at('far').county, year: 2025, ledger: 'suspected' }, body: { limit: 200 } }),
  },
  'POST /api/enrolment/ledgers/:county/:year/:ledger/exports': {
    as,
    make: (at) => ({
      params: { county: at('far').county, year: 2025, ledger: 'cases' },
      body: { reason: '向上级报送' },
    }),
  },
  'GET /api/enrolment/exports/:county': { as, make: (at) => ({ params: { county: at('far').county } }) },
  'POST /api/enrolment/exports/:county/:export/decision': {
    as,
    make: (at) => ({ params: one(at), body: { approves: true, says: '' } }),
  },
  // Somebody else has asked for it, and nobody has allowed it yet.
  'GET /api/enrolment/exports/:county/:export/file': { as, expects: 409, make: (at) => ({ params: one(at) }) },
  'GET /api/enrolment/periodic/:county': {
    as,
    make: (at) => ({ params: { county: at('far').county }, query: { year: 2098 } }),
  },
  'POST /api/enrolment/periodic/:county': {
    as,
    make: (at) => ({ params: { county: at('far').county }, body: { year: 2030, since: '2030-09-01' } }),
  },
  'POST /api/enrolment/periodic/:county/:periodic/return': {
    as,
    make: (at) => ({ params: onePeriodic(at), body: { reason: '人数不符' } }),
  },
  'GET /api/enrolment/periodic/:county/:periodic': { as, make: (at) => ({ params: onePeriodic(at) }) },
  // Its stretch is not over.
  'POST /api/enrolment/periodic/:county/:periodic/versions': {
    as,
    expects: 409,
    make: (at) => ({ params: onePeriodic(at), body: { stated_on: '2026-01-05', figures: [], says: '' } }),
  },
  'GET /api/enrolment/cohorts/:county': { as, make: (at) => ({ params: { county: at('far').county } }) },
  'GET /api/enrolment/cohorts/:county/:year/pupils': {
    as,
    make: (at) => ({
      params: { county: at('far').county, year: 2025 },
      query: { stage: '初中', group: 'graduated' },
    }),
  },
  'GET /api/enrolment/counts/:county': { as, make: (at) => ({ params: { county: at('far').county } }) },
  'GET /api/enrolment/counts/:county/file': { as, make: (at) => ({ params: { county: at('far').county } }) },
}
