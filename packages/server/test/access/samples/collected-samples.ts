import type { RouteSample } from '../route-samples.ts'

/** Evaluating what was collected. In this world no period has anything frozen: every period is answered alike. */
export const collectedSamples: Readonly<Record<string, RouteSample>> = {
  'POST /api/evaluation/periods/:county/:period': {
    as: 'supervisor',
    expects: 404,
    make: (at) => ({ params: { county: at('far').county, period: 'p1' }, body: { kind: 'official' } }),
  },
  'GET /api/collection/tasks/:county/:task/effects': {
    as: 'supervisor',
    expects: 404,
    make: (at) => ({ params: { county: at('far').county, task: 't1' } }),
  },
  'POST /api/collection/periods/:county/:period/checks': {
    as: 'supervisor',
    expects: 404,
    make: (at) => ({ params: { county: at('far').county, period: 'p1' } }),
  },
}
