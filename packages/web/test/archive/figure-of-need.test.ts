import { expect, it } from 'vitest'
import { latestRun } from '../../src/archive/need/figure-of-need.ts'
import type { RunEntry } from '../../src/platform/run/queries.ts'

const catalogue = { county: '110101', pack: 'quality-balance-2017', year: 2026 }

function run(id: string, over: Partial<RunEntry> = {}): RunEntry {
  return {
    id,
    created_at: '2026-11-01T08:00:00.000Z',
    year: 2026,
    pack: { id: 'quality-balance-2017', title: '优质均衡', version: '0.1.0' },
    county: { code: '110101', name: '某县' },
    state: 'unmet',
    status: 'preview',
    ...over,
  }
}

it('takes the newest evaluation of the same pack, county and year', () => {
  const runs = [
    run('old'),
    run('new', { created_at: '2026-11-20T08:00:00.000Z' }),
    run('other-year', { year: 2025, created_at: '2026-11-25T08:00:00.000Z' }),
    run('other-county', { county: { code: '110102', name: '邻县' }, created_at: '2026-11-25T08:00:00.000Z' }),
    run('other-pack', { pack: { id: 'county-duty', title: '履职', version: '0.1.0' } }),
  ]
  expect(latestRun(runs, catalogue)?.id).toBe('new')
})

it('prefers what is official to a later preview', () => {
  const runs = [run('official', { status: 'official' }), run('later', { created_at: '2026-11-20T08:00:00.000Z' })]
  expect(latestRun(runs, catalogue)?.id).toBe('official')
})

it('knows of no run where none was made', () => {
  expect(latestRun([run('other-year', { year: 2025 })], catalogue)).toBeUndefined()
})
