import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { seedCity } from '../../src/demo/city/seed-city.ts'
import { county } from '../../src/demo/county.ts'
import { city } from '../../src/demo/staff/demo-areas.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

interface Shown {
  readonly id: string
  readonly shown: string
  readonly state?: string
}

const clock = () => new Date('2026-11-27T02:00:00Z')

it('the demo city stands on four counties; its figures lead down to a cell of a county; again, nothing changes', async () => {
  const db = await memoryDatabase()
  const installation = { db, door: testDoor(db, clock), keyring: testKeyring() }
  await seedAreas(installation)
  await seedStaff(installation)
  expect(await seedCity(installation)).toBe(true)
  expect(await seedCity(installation)).toBe(false)
  const deps = depsAs(db, [{ role: 'superior_supervisor', scope: areaPath(city.code) }], clock)
  const app = await createApp({ deps, routes: [evaluationRoutes] })
  const get = async (url: string) => (await app.inject({ url: `/api/evaluation${url}` })).json()
  const { members, run, may_gather: mayGather } = await get('/gathering?year=2025')
  expect(mayGather).toBe(true)
  expect(run).toMatchObject({ status: 'official', is_behind: false })
  const named = members.map((one: { county: { name: string }; delivery: { deed: string; points: string } }) => [
    one.county.name,
    one.delivery.deed,
    one.delivery.points,
  ])
  expect(named).toEqual([
    ['澄湖县', 'confirmed', '92.4'],
    ['东岭县', 'confirmed', '68.0'],
    ['西川区', 'confirmed', '94.4'],
    ['北屏县', 'confirmed', '88.8'],
  ])

  const { figures }: { figures: readonly Shown[] } = await get(`/runs/${run.id}/figures`)
  const shown = new Map(figures.map(({ id, shown: words, state }) => [id, `${words} ${state ?? ''}`.trim()]))
  expect(shown.get('counties_passed@county')).toBe('75.0 unmet')
  expect(shown.get('city_budget_up@county')).toMatch(/^[\d.]+ met$/)
  // By numbers of pupils; the mean of the four rates would be 98.12.
  expect(shown.get('city_retention_rate@county')).toBe('98.16')

  const { trace } = await get(`/runs/${run.id}/figures/member_budget@${county.code}`)
  const [{ at }] = trace.aggregates.flatMap((one: { rows: readonly { cells: readonly { at: object }[] }[] }) =>
    one.rows.flatMap(({ cells }) => cells),
  )
  const excerpt = await get(`/runs/${run.id}/excerpt?${new URLSearchParams(at)}`)
  expect(excerpt.gathered).toMatchObject({ county: { name: '澄湖县' }, figure: 'budget_money@county' })
  const below = await get(`/runs/${excerpt.gathered.run}/figures/${excerpt.gathered.figure}`)
  expect(below.figure.shown).toBe(excerpt.gathered.text)
  expect(JSON.stringify(below.trace)).toContain('2025/各表.xlsx')
  await app.close()
  await db.close()
})
