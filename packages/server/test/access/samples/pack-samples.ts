import type { RouteSample } from '../route-samples.ts'

const nothing = '0'.repeat(64)

/** Standards packs are the same for everybody; only what stands on them is confined. */
export const packSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/packs': { as: 'leader', make: () => ({}) },
  'GET /api/packs/offered': { as: 'supervisor', make: () => ({}) },
  'GET /api/packs/:pack/:hash': {
    as: 'leader',
    expects: 404,
    make: () => ({ params: { pack: 'small-books', hash: nothing } }),
  },
  'POST /api/packs/:pack': { as: 'supervisor', expects: 404, make: () => ({ params: { pack: 'no-such-pack' } }) },
}
