import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { memberCounties } from '../../src/demo/city/member-counties.ts'
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

/** Each county with the last of its townships alone: quick to evaluate. */
const small = memberCounties.map((one) => ({ ...one, towns: new Map([...one.towns].slice(-1)) }))

const headers = { 'x-eduduty-csrf': 'token' }
const clock = () => new Date('2026-11-27T02:00:00Z')

it('the demo city stands on four counties; its figures lead down to a cell of a county; again, nothing changes', async () => {
  const db = await memoryDatabase()
  const installation = { db, door: testDoor(db, clock), keyring: testKeyring() }
  await seedAreas(installation)
  await seedStaff(installation)
  expect(await seedCity(installation, undefined, small)).toBe(true)
  expect(await seedCity(installation)).toBe(false)
  const appAs = (role: 'superior_supervisor' | 'supervisor', of: string) =>
    createApp({ deps: depsAs(db, [{ role, scope: areaPath(of) }], clock, role), routes: [evaluationRoutes] })
  const app = await appAs('superior_supervisor', city.code)
  const get = async (url: string) => (await app.inject({ url: `/api/evaluation${url}` })).json()
  const { members, run, may_gather: mayGather } = await get('/gathering?year=2025')
  expect(mayGather).toBe(true)
  expect(run).toMatchObject({ status: 'official', is_behind: false })
  const named = members.map((one: { county: { name: string }; delivery: { deed: string } }) => [
    one.county.name,
    one.delivery.deed,
  ])
  expect(named).toEqual(['澄湖县', '东岭县', '西川区', '北屏县'].map((name) => [name, 'confirmed']))

  const { figures }: { figures: readonly Shown[] } = await get(`/runs/${run.id}/figures`)
  const shown = new Map(figures.map(({ id, shown: words, state }) => [id, `${words} ${state ?? ''}`.trim()]))
  expect(shown.get('counties_passed@county')).toBe('75.0 unmet')
  expect(shown.get('city_budget_up@county')).toMatch(/^[\d.]+ met$/)
  const { trace } = await get(`/runs/${run.id}/figures/member_budget@${county.code}`)
  const [{ at }] = trace.aggregates.flatMap((one: { rows: readonly { cells: readonly { at: object }[] }[] }) =>
    one.rows.flatMap(({ cells }) => cells),
  )
  const excerpt = await get(`/runs/${run.id}/excerpt?${new URLSearchParams(at)}`)
  expect(excerpt.gathered).toMatchObject({ county: { name: '澄湖县' }, figure: 'budget_money@county' })
  const below = await get(`/runs/${excerpt.gathered.run}/figures/${excerpt.gathered.figure}`)
  expect(below.figure.shown).toBe(excerpt.gathered.text)
  expect(JSON.stringify(below.trace)).toContain('2025/各表.xlsx')

  expect((await get('/deliveries')).oversees).toBe(true)
  const own = await appAs('supervisor', county.code)
  const { runs, deliveries, oversees } = (await own.inject('/api/evaluation/deliveries')).json()
  expect(oversees).toBe(false)
  expect(runs[0]).toMatchObject({ year: 2025, refusal: 'same' })
  expect(deliveries[0]).toMatchObject({ deed: 'confirmed', may: [] })
  const again = await own.inject({
    method: 'POST',
    url: `/api/evaluation/deliveries/${county.code}`,
    headers,
    payload: { run: runs[0].run, reason: '再报' },
  })
  expect(again.json()).toMatchObject({ status: 409, type: 'evaluation.delivery_same' })

  const back = members[1].delivery
  const decide = (deed: string, reason: string) =>
    app.inject({
      method: 'POST',
      url: `/api/evaluation/deliveries/${back.county.code}/${back.id}/${deed}`,
      headers,
      payload: { reason },
    })
  expect((await decide('return', '')).statusCode).toBe(400)
  expect((await decide('return', '经费数与决算不符')).statusCode).toBe(204)
  const after = await get('/gathering?year=2025')
  expect(after.members[1]).not.toHaveProperty('counted')
  expect(after.run.is_behind).toBe(true)
  const body = { pack: 'city-duty', year: 2025, kind: 'official' }
  const url = `/api/evaluation/gathering/${city.code}`
  const made = await app.inject({ method: 'POST', url, headers, payload: body })
  const left = await get(`/runs/${made.json().run}/figures?node=counties_passed`)
  expect(left.figures[0]).toMatchObject({ status: 'missing', state: 'undecided' })
  expect(JSON.stringify(left.figures[0].causes)).toContain('东岭县')
  for (const one of [app, own]) await one.close()
  await db.close()
})
