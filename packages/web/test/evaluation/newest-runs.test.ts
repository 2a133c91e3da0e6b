import { expect, test } from 'vitest'
import { newestRuns } from '../../src/evaluation/summary/newest-runs.ts'
import type { RunEntry } from '../../src/platform/run/queries.ts'

const run = (id: string, county: string, pack: string): RunEntry => ({
  id,
  created_at: '2026-11-01T00:00:00Z',
  year: 2026,
  pack: { id: pack, title: pack, version: '1' },
  county: { code: county, name: county },
  state: 'met',
  status: 'preview',
})

test('the newest evaluation of each county and standard speaks for it', () => {
  const runs = [
    run('4', '990101', 'duty'),
    run('3', '990101', 'balance'),
    run('2', '990102', 'duty'),
    run('1', '990101', 'duty'),
  ]
  expect(newestRuns(runs).map(({ id }) => id)).toEqual(['4', '3', '2'])
})
