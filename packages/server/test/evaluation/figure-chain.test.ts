import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FigureChain } from '@eduduty/core/evaluation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { goodSchools, writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
let app: App
let run: string

/** Figures of schools and of the county, each made of the one before. */
const made = `elements:
  - { id: twice, title: 两倍图书, grain: school, formula: 生均图书 × 2 }
  - { id: met_count, title: 达标学校数, grain: county, unit: 所, formula: '计数(学校[两倍图书 > 0 且 生均图书.达标])' }
  - { id: met_share, title: 达标学校占比, grain: county, formula: 达标学校数 ÷ 2 }
  - { id: met_words, title: 达标学校百分数, grain: county, formula: 达标学校占比 × 100 }
`

beforeAll(async () => {
  const { pack } = writeSmallFolder(root, [
    ...goodSchools,
    { code: '1003', name: '南小', pupils: '100', books: '1990' },
  ])
  const file = join(pack, 'pack.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('elements:\n', made))
  run = await keepRun(root, '2026-03-01T00:00:00Z')
  app = await createApp({
    deps: depsAs(await memoryDatabase(), [{ role: 'supervisor', scope: testPath }]),
    routes: [evaluationRoutes],
  })
})
afterAll(() => app.close())

const chainOf = async (figure: string): Promise<FigureChain> =>
  (await app.inject(`/api/evaluation/runs/${run}/figures/${encodeURIComponent(figure)}/chain`)).json()

describe('the whole chain of a figure', () => {
  it('leads from what is made of other figures down to the last of them, one of each', async () => {
    const { below, above } = await chainOf('met_words@county')
    const nodes = below.map((one) => one.split('@')[0])
    expect(below.slice(0, 2)).toEqual(['met_share@county', 'met_count@county'])
    expect(nodes).toHaveLength(new Set(nodes).size)
    expect(new Set(nodes.slice(2))).toEqual(new Set(['twice', 'books_each']))
    expect(above).toEqual([])
  })

  it("leads from a school's figure up to what the county says", async () => {
    const { below, above } = await chainOf('books_each@1003')
    expect(below).toEqual([])
    expect(new Set(above)).toEqual(new Set(['twice@1003', 'met_count@county', 'met_share@county', 'met_words@county']))
  })

  it('does not exist for a figure that there is not', async () => {
    const answer = await app.inject(`/api/evaluation/runs/${run}/figures/none@county/chain`)
    expect(answer.statusCode).toBe(404)
  })
})
