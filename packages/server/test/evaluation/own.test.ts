import type { OwnResult, OwnRunList } from '@eduduty/core/evaluation'
import type { RoleId } from '@eduduty/core/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { FigureAnswer } from '../../src/evaluation/list-figures.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
const [first, second] = ['2199000001', '2199000002']
const schools = [
  { code: first, name: '东小', pupils: '100', books: '2000' },
  { code: second, name: '西小', pupils: '300', books: '3000' },
]
const apps: App[] = []
let run = ''

beforeAll(async () => {
  const db = await memoryDatabase()
  await testDoor(db).write(systemIn(), async (ctx) => {
    await openUnit(ctx, {
      unitId: 'G',
      kind: 'government',
      name: '云岭县人民政府',
      parentPath: undefined,
      code: testCounty,
      openedOn: '2010-01-01',
    })
    await openUnit(ctx, { unitId: 'T01', kind: 'township', name: '东镇', parentPath: testPath, openedOn: '2010-01-01' })
    for (const [unitId, code] of [
      ['S91', first],
      ['S92', second],
    ] as const) {
      const parentPath = `${testPath}T01/`
      await openUnit(ctx, { unitId, kind: 'school', name: unitId, parentPath, openedOn: '2010-01-01', code })
    }
  })
  writeSmallFolder(root, schools)
  run = await keepRun(root, '2026-03-01T00:00:00Z')
})
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()))
  await closeMemoryDatabase()
})

async function somebody(role: RoleId, place: string) {
  const scope = `${testPath}${place}`
  const app = await createApp({ deps: depsAs(await memoryDatabase(), [{ role, scope }]), routes: [evaluationRoutes] })
  apps.push(app)
  return async <T>(path: string): Promise<{ status: number; body: T }> => {
    const answer = await app.inject({ url: `/api/evaluation${path}` })
    return { status: answer.statusCode, body: answer.json() }
  }
}

describe('a school sees what an evaluation says of itself', () => {
  it('its own figures with standard, verdict and gap, and nothing of the county or of another school', async () => {
    const get = await somebody('school_head', 'T01/S92/')
    const { runs } = (await get<OwnRunList>('/own')).body
    expect(runs.map((one) => [one.run, one.year, one.met, one.unmet])).toEqual([[run, 2025, 0, 1]])
    const { body } = await get<OwnResult>(`/own/${run}`)
    expect(body.subjects.map(({ name }) => name)).toEqual(['西小'])
    expect(body.figures.map(({ id, shown, state, gap }) => [id, shown, state, gap?.text])).toEqual([
      [`books_each@${second}`, '10.00', 'unmet', '还差3000册'],
    ])
    expect((await get(`/runs/${run}`)).status).toBe(403)
  })

  it('the chain of its figure down to its own cells, in its own row alone', async () => {
    const get = await somebody('school_clerk', 'T01/S92/')
    const { trace } = (await get<FigureAnswer>(`/own/${run}/figures/books_each@${second}`)).body
    const rows = trace.aggregates.flatMap((one) => one.rows)
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set([second]))
    const at = rows.flatMap((row) => row.cells).find(({ column }) => column === 'books')?.at
    if (at === undefined) throw new Error('no cell')
    const query = new URLSearchParams(at).toString()
    const { body } = await get<{ rows: string[][] }>(`/own/${run}/excerpt?${query}`)
    expect(body.rows).toEqual([[second, '300', '3000']])
    const other = new URLSearchParams({ ...at, cell: at.cell.replace(/\d+$/, (row) => String(Number(row) - 1)) })
    expect((await get(`/own/${run}/excerpt?${other.toString()}`)).status).toBe(404)
  })

  it('not the figure of another school, nor its chain', async () => {
    const get = await somebody('school_head', 'T01/S92/')
    for (const path of [`books_each@${first}`, `books_each@${first}/chain`, 'pupils_total@county'])
      expect((await get(`/own/${run}/figures/${path}`)).status).toBe(404)
    expect((await get('/own/nothing')).status).toBe(404)
  })
})

it('a township without figures of its own has no evaluation to look at, though its schools have', async () => {
  const get = await somebody('township_clerk', 'T01/')
  expect((await get<OwnRunList>('/own')).body.runs).toEqual([])
  expect((await get(`/own/${run}`)).status).toBe(404)
})

it('whoever leads sees the whole, and has no unit of their own to look at', async () => {
  const get = await somebody('leader', '')
  expect((await get('/own')).status).toBe(403)
})
