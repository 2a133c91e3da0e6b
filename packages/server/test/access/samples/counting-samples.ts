import type { RouteSample } from '../route-samples.ts'

const as = 'supervisor'

/** The three ledgers of children out of school. */
export const countingSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/enrolment/ledgers/:county': { as, make: (at) => ({ params: { county: at('far').county } }) },
  'GET /api/enrolment/ledgers/:county/:year/:ledger': {
    as,
    make: (at) => ({ params: { county: at('far').county, year: 2025, ledger: 'suspected' }, query: { limit: 200 } }),
  },
}
