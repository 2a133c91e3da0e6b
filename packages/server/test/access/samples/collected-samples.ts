import type { RouteSample } from '../route-samples.ts'

/** A period, and nothing else: whether it is in reach is seen before anything is checked. */
const checks = (expects?: number): RouteSample => ({
  as: 'supervisor',
  ...(expects !== undefined && { expects }),
  make: (at) => {
    const { county, period } = at()
    return { params: { county, period } }
  },
})

const hash = '0'.repeat(64)

/** Evaluating what was collected. */
export const collectedSamples: Readonly<Record<string, RouteSample>> = {
  'POST /api/evaluation/periods/:county/:period': {
    as: 'supervisor',
    expects: 409,
    make: (at) => {
      const { county, period } = at()
      return { params: { county, period }, body: { kind: 'official' } }
    },
  },
  'GET /api/evaluation/periods/:county/:period/live': {
    as: 'supervisor',
    make: (at) => {
      const { county, period } = at()
      return { params: { county, period } }
    },
  },
  'GET /api/collection/tasks/:county/:task/effects': {
    as: 'supervisor',
    make: (at) => {
      const { county, filling } = at()
      return { params: { county, task: filling } }
    },
  },
  'GET /api/evaluation/periods/:county/:period/versions/:hash': {
    as: 'supervisor',
    expects: 404,
    make: (at) => {
      const { county, period } = at()
      return { params: { county, period, hash } }
    },
  },
  'GET /api/evaluation/periods/:county/:period/drafts/:draft': {
    as: 'supervisor',
    expects: 409,
    make: (at) => {
      const { county, period, packDraft } = at()
      return { params: { county, period, draft: packDraft } }
    },
  },
  'GET /api/collection/periods/:county/:period/versions': checks(),
  'POST /api/collection/periods/:county/:period/versions': {
    as: 'supervisor',
    expects: 409,
    make: (at) => {
      const { county, period } = at()
      return { params: { county, period }, body: { from: hash, to: hash, reason: '标准已修订' } }
    },
  },
  'POST /api/collection/periods/:county/:period/versions/undo': {
    as: 'supervisor',
    expects: 409,
    make: (at) => {
      const { county, period } = at()
      return { params: { county, period }, body: { move_no: 999_999, reason: '换错了版本' } }
    },
  },
  'POST /api/collection/periods/:county/:period/checks': checks(),
  'GET /api/collection/periods/:county/:period/checks': checks(),
  'GET /api/collection/periods/:county/:period/checks/findings': checks(409),
  'GET /api/collection/periods/:county/:period/checks/file': checks(409),
}
