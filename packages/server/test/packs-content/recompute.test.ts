import type { RegisterRow } from '@eduduty/core/collection'
import { planPack, recompute, type StandingCounty, standCounty } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { dutyCounty } from './duty-county.ts'
import { soundCounty } from './sound-county.ts'

async function readPlan(id: string) {
  const { loaded, problems } = await readPack(id, process.cwd())
  if (loaded === undefined) throw new Error(`the pack ${id} has mistakes: ${JSON.stringify(problems)}`)
  return planPack(loaded.pack)
}

const soundRows: readonly RegisterRow[] = Object.entries(soundCounty).flatMap(([register, list]) =>
  list.map((cells, index) => ({
    register,
    year: 2024,
    values: Object.fromEntries(
      Object.entries(cells).map(([column, value]) => [column, typeof value === 'boolean' ? value : String(value)]),
    ),
    source: { file: '样例.xlsx', sheet: register, row: index, cellOf: (column: string) => column },
  })),
)

const judged = ({ county }: StandingCounty) => {
  const { verdict, effects, sections, ratings, figures, dispersions } = county.assessment()
  return { verdict, effects, sections, ratings, figures, dispersions }
}

/** Every few cells of numbers, one after the other, each a little more than it was: all of the pack is reached. */
async function walk(pack: string, rows: (plan: Awaited<ReturnType<typeof readPlan>>) => readonly RegisterRow[]) {
  const plan = await readPlan(pack)
  let standing = standCounty({ plan, rows: rows(plan), packHash: '0', snapshot: '0', runId: 'r', program: 't' })
  let local = 0
  const cells = standing.input.rows.flatMap(({ register, year, values }, at) =>
    Object.entries(values).flatMap(([column, value]) =>
      year === standing.county.year &&
      typeof value === 'string' &&
      plan.register(register)?.columns.find(({ id }) => id === column)?.type === 'integer'
        ? [{ at, column }]
        : [],
    ),
  )
  const step = Math.max(1, Math.floor(cells.length / 16))
  for (const { at, column } of cells.filter((_, index) => index % step === 0)) {
    const before = standing.input.rows[at]
    if (before === undefined) throw new Error('a row has gone')
    const after = { ...before, values: { ...before.values, [column]: String(Number(before.values[column]) + 7) } }
    const next = recompute(standing, { edits: [{ before, after }] })
    if (next.reach !== 'all') local += 1
    standing = next.standing
    expect(judged(standing), `${before.register}.${column}`).toEqual(judged(standCounty(standing.input)))
  }
  return { local, tried: cells.filter((_, index) => index % step === 0).length }
}

test('a balanced county whose cells change one by one says what it would say evaluated anew', async () => {
  const { local, tried } = await walk('quality-balance-2017', () => soundRows)
  expect(local).toBeGreaterThan(tried * 0.9)
})

test('a rated county whose cells change one by one says what it would say evaluated anew', async () => {
  const { local, tried } = await walk('county-duty', ({ pack }) => dutyCounty(pack))
  expect(local).toBeGreaterThan(tried * 0.9)
})
