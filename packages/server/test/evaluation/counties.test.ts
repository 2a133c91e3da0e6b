import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaPath } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
const apps: App[] = []

/** A county of six schools, so many of which have too few books; `schools` fewer for a small one. */
async function keepCounty(code: string, name: string, bad: number, schools = 6): Promise<string> {
  const folder = join(root, code)
  const list = Array.from({ length: schools }, (_, at) => ({
    code: `${code}${at + 1}`,
    name: `${name}第${at + 1}小学`,
    pupils: '100',
    books: at < bad ? '1500' : '2500',
  }))
  const { data } = writeSmallFolder(folder, list)
  const file = join(data, '县.csv')
  writeFileSync(file, readFileSync(file, 'utf8').replace('云岭县,990101', `${name},${code}`))
  return keepRun(folder, '2026-03-01T00:00:00Z', areaPath(code))
}

async function appAt(scope: string): Promise<App> {
  const path = areaPath(scope)
  const deps = depsAs(await memoryDatabase(), [{ role: 'superior_supervisor', scope: path }])
  const app = await createApp({ deps, routes: [evaluationRoutes] })
  apps.push(app)
  return app
}

const list = async (app: App, query = '') => (await app.inject(`/api/evaluation/counties${query}`)).json()
const brief = (rows: readonly { county: { name: string }; shown: string; rank?: number; unranked?: string }[]) =>
  rows.map(({ county, shown, rank, unranked }) => `${county.name} ${shown} ${rank ?? unranked}`)

beforeAll(async () => {
  await keepCounty('990201', '甲县', 0)
  await keepCounty('990202', '乙县', 3)
  await keepCounty('990203', '丙县', 0, 3)
  await keepCounty('990301', '外市某县', 6)
})
afterAll(() => Promise.all(apps.map((app) => app.close())))

describe('the counties of a city', () => {
  it('stand in the order of an item; one that rests on too few schools has no place', async () => {
    const { rows, least, nodes } = await list(await appAt('990200'), '?node=books_each')
    expect(nodes).toEqual([{ id: 'books_each', title: '生均图书' }])
    expect(least).toBe(5)
    expect(brief(rows)).toEqual(['甲县 100.0% 1', '乙县 50.0% 2', '丙县 100.0% few'])
    expect(rows[1]).toMatchObject({ state: 'unmet', items: { met: 0, unmet: 1 }, coverage: { expected: 7 } })
  })

  it('are those of the city alone, and for a county only itself', async () => {
    const city = await list(await appAt('990300'))
    expect(city.rows.map(({ county }: { county: { code: string } }) => county.code)).toEqual(['990301'])
    const county = await list(await appAt('990202'))
    expect(county.rows.map(({ county: { name } }: { county: { name: string } }) => name)).toEqual(['乙县'])
    expect(JSON.stringify(county)).not.toContain('甲县')
  })

  it('are none where nothing was evaluated, with what to do', async () => {
    expect(await list(await appAt('990900'))).toMatchObject({ status: 404, detail: expect.stringContaining('请') })
  })

  it('lead to their own runs: a school of one county is found by its run', async () => {
    const app = await appAt('990200')
    const { rows } = await list(app)
    const run = rows.find(({ county }: { county: { name: string } }) => county.name === '乙县').run
    const { figures } = (await app.inject(`/api/evaluation/runs/${run}/figures?node=books_each`)).json()
    expect(figures).toHaveLength(6)
    const other = await appAt('990300')
    expect((await other.inject(`/api/evaluation/runs/${run}/figures?node=books_each`)).statusCode).toBe(404)
  })
})
