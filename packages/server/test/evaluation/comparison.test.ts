import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { type SmallSchool, writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
let app: App
let before: string
let after: string

/** Schools that each have so many books for 100 pupils. */
const schoolsWith = (...books: readonly number[]): SmallSchool[] =>
  books.map((count, at) => ({ code: `100${at + 1}`, name: `第${at + 1}小学`, pupils: '100', books: String(count) }))

beforeAll(async () => {
  writeSmallFolder(join(root, 'a'), schoolsWith(2000, 1900, 2500))
  before = await keepRun(join(root, 'a'), '2026-01-01T00:00:00Z')
  writeSmallFolder(join(root, 'b'), schoolsWith(2000, 2000, 1900, 3000, 2200, 1800))
  after = await keepRun(join(root, 'b'), '2026-02-01T00:00:00Z')
  const deps = depsAs(await memoryDatabase(), [{ role: 'leader', scope: testPath }])
  app = await createApp({ deps, routes: [evaluationRoutes] })
})
afterAll(() => app.close())

const get = async (path: string) => (await app.inject(`/api/evaluation/runs/${path}`)).json()

describe('two evaluations side by side', () => {
  it('set each county figure beside the other, with the change and whether it may be compared', async () => {
    const answer = await get(`${after}/comparison?with=${before}`)
    expect(answer.before).toMatchObject({ run: before, year: 2025, state: 'unmet' })
    expect(answer.items).toEqual([
      expect.objectContaining({
        indicator: 'books_each',
        before: expect.objectContaining({ counts: expect.objectContaining({ met: 2, unmet: 1 }) }),
        after: expect.objectContaining({ counts: expect.objectContaining({ met: 4, unmet: 2 }) }),
      }),
    ])
  })

  it('say which year is not there, and that something to compare with must be named', async () => {
    expect(await get(`${after}/comparison?year=2019`)).toMatchObject({
      status: 404,
      title: expect.stringContaining('2019'),
    })
    expect(await get(`${after}/comparison`)).toMatchObject({ status: 400, title: expect.stringContaining('哪一') })
    expect(await get(`${after}/comparison?with=nothing`)).toMatchObject({ status: 404 })
  })
})

describe('the order of schools and townships', () => {
  it('gives equal values one place and skips the next', async () => {
    const { direction, rows } = await get(`${after}/ranking?node=books_each`)
    expect(direction).toBe('higher')
    expect(rows.map(({ name, shown, rank, tied }: Record<string, unknown>) => [name, shown, rank, tied])).toEqual([
      ['第4小学', '30.00', 1, false],
      ['第5小学', '22.00', 2, false],
      ['第1小学', '20.00', 3, true],
      ['第2小学', '20.00', 3, true],
      ['第3小学', '19.00', 5, false],
      ['第6小学', '18.00', 6, false],
    ])
    expect(rows[0].figure.id).toBe('books_each@1004')
  })

  it('gives no place to a township with fewer schools than are asked for, and says so', async () => {
    const few = await get(`${before}/ranking?node=books_each&by=${encodeURIComponent('所属乡镇')}`)
    expect(few).toMatchObject({ least: 5, rows: [{ name: '东镇', n: 3, met: 2, shown: '66.7%', unranked: 'few' }] })
    expect(few.rows[0]).not.toHaveProperty('rank')
    const enough = await get(`${after}/ranking?node=books_each&by=${encodeURIComponent('所属乡镇')}`)
    expect(enough.rows).toEqual([expect.objectContaining({ name: '东镇', n: 6, met: 4, rank: 1 })])
  })

  it('takes only the kind that is asked for', async () => {
    const none = await get(`${after}/ranking?node=books_each&of=${encodeURIComponent('所属乡镇=西镇')}`)
    expect(none.rows).toEqual([])
  })
})

describe('one figure over the years', () => {
  it('is this year alone where no other year was kept, and is unknown by a name that does not stand', async () => {
    const id = encodeURIComponent('books_each@1001')
    expect(await get(`${after}/trend?figure=${id}`)).toEqual([
      expect.objectContaining({ year: 2025, figure: expect.objectContaining({ shown: '20.00' }) }),
    ])
    expect(await get(`${after}/trend?figure=nothing@1`)).toMatchObject({ status: 404 })
  })
})
