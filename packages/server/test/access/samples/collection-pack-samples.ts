import type { RouteSample } from '../route-samples.ts'

/** Packs to choose from when a period is opened: files of the program, the same for everybody who plans. */
export const collectionPackSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/collection/periods/packs': { as: 'supervisor', make: () => ({}) },
}
