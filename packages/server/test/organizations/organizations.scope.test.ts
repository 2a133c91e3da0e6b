import { isRoleId, type RoleId, roles } from '@eduduty/core/identity'
import { areaPath, type UnitChange, type UnitTree } from '@eduduty/core/organizations'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { moveUnit, organizationRoutes } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { inCounty, instant, openCounty, ownedRows } from './county-of-units.ts'

const mine = '990181'
const theirs = '990182'
const township = `${areaPath(mine)}T01/`
const school = `${township}S2199000001/`
let db: Database
let app: App | undefined

beforeAll(async () => {
  db = await memoryDatabase()
  await openCounty(db, mine)
  await openCounty(db, theirs)
})
afterEach(async () => {
  await app?.close()
  app = undefined
})

async function as(role: RoleId | undefined, scope: string): Promise<App> {
  const held = role === undefined ? [] : [{ role, scope }]
  app = await createApp({ deps: depsAs(db, held, () => instant), routes: [organizationRoutes] })
  return app
}

const headers = { 'x-eduduty-csrf': 'token' }
const why = { effective_on: '2025-09-01', reason: '批复' }

async function post(url: string, payload: object, on = app) {
  if (on === undefined) throw new Error('nobody is there')
  const { statusCode, body } = await on.inject({ method: 'POST', url: `/api/organizations${url}`, headers, payload })
  return { status: statusCode, body }
}

const lastEvents = (county: string) =>
  db.run<{ action: string; subject: string; result: string }>(
    'select action, subject, result from audit_events where county_code = $1 order by event_no desc limit 1',
    [county],
  )
const lastEvent = async (): Promise<unknown> => (await lastEvents(mine))[0]
const countEvents = async (): Promise<number> => {
  const [row] = await db.run<{ count: number }>('select count(*) as count from audit_events where county_code = $1', [
    mine,
  ])
  return Number(row?.count)
}

const unitsIn = async (on: App, query = ''): Promise<readonly string[]> => {
  const tree: UnitTree = (await on.inject(`/api/organizations/tree${query}`)).json()
  return tree.units.map((unit) => unit.unit_id)
}

describe('seeing units', () => {
  it('each sees what lies in its own part, with the names on the way up and nothing beside it', async () => {
    const clerk = await as('school_clerk', school)
    const tree: UnitTree = (await clerk.inject('/api/organizations/tree')).json()
    expect(tree.units.map((unit) => unit.unit_id)).toEqual(['S2199000001'])
    expect(tree.above).toEqual(['990181县人民政府', '石桥镇'])
    expect((await clerk.inject('/api/organizations/search?text=xx')).json()).toHaveLength(1)
    await clerk.close()
    expect(await unitsIn(await as('township_clerk', township))).toEqual(['T01', 'S2199000001', 'S2199000002'])
  })

  it.each([
    `/units/${theirs}/S2199000001`,
    `/units/${mine}/S2199000003`,
    `/units/${mine}/S0000000000`,
    `/units/${mine}/T01`,
  ])('what is elsewhere looks like what is not there: %s', async (url) => {
    const clerk = await as('school_clerk', school)
    const answer = await clerk.inject(`/api/organizations${url}`)
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      expect.objectContaining({ type: 'organizations.unit_not_found', title: '没有找到这个单位。' }),
    ])
  })

  it('another county gives an empty tree and an empty file', async () => {
    const clerk = await as('school_clerk', school)
    expect(await unitsIn(clerk, `?county=${theirs}`)).toEqual([])
    const file = await clerk.inject(`/api/organizations/units/export?format=csv&county=${theirs}`)
    expect(file.body).not.toContain('小学')
  })

  it('a city chooses among its counties', async () => {
    const city = await as('superior_supervisor', areaPath('990100'))
    expect(await unitsIn(city, `?county=${theirs}`)).toContain('T02')
    const tree: UnitTree = (await city.inject('/api/organizations/tree')).json()
    expect(tree.counties.map(({ code }) => code)).toEqual(expect.arrayContaining([mine, theirs]))
  })
})

describe('changing units', () => {
  const managers = Object.entries(roles).flatMap(([id, role]) =>
    role.verbs.some((verb) => verb === 'organizations.manage') ? [id] : [],
  )
  const changes = [
    ['/units', { county: mine, kind: 'department', name: '县文旅局', opened_on: '2020-01-01' }],
    [`/units/${mine}/S2199000002/rename`, { name: '改名小学', ...why }],
    [`/units/${mine}/S2199000002/move`, { parent_id: 'T02', ...why }],
    [`/units/${mine}/S2199000003/merge`, { from: ['S2199000002'], ...why }],
    [`/units/${mine}/S2199000002/split`, { into: [{ name: '新小', members: [] }], stays: true, ...why }],
    [`/units/${mine}/S2199000002/close`, why],
    ['/posts', { county: mine, unit_id: 'S2199000002', title: '教务' }],
  ] as const

  it('is for managers only', async () => {
    expect(managers).toEqual(['supervisor', 'system_admin'])
    for (const role of Object.keys(roles).filter(isRoleId)) {
      if (managers.includes(role)) continue
      const other = await as(role, areaPath(mine))
      for (const [url, body] of changes) expect((await post(url, body, other)).status).toBe(403)
      await other.close()
    }
  })

  it.each(changes)('is refused outside of the own county, as if nothing were there: %s', async (url, body) => {
    const before = await ownedRows(db, mine)
    await as('supervisor', areaPath(theirs))
    const { status, body: said } = await post(url, body)
    expect(status).toBe(404)
    expect(said).not.toContain('小学')
    expect(await ownedRows(db, mine)).toEqual(before)
  })

  it('a manager of one township cannot move a school out of it', async () => {
    await as('supervisor', township)
    const moved = await post(`/units/${mine}/S2199000002/move`, { parent_id: 'T02', ...why })
    expect([moved.status, moved.body]).toEqual([404, expect.stringContaining('没有找到这个单位')])
  })

  it('what was refused stands in the log with the name of the unit, but not with that of others', async () => {
    const [unit] = await db.run<{ name: string }>(
      `select name from organizations_unit_versions where county_code = $1 and unit_id = 'S2199000002'`,
      [mine],
    )
    await as('supervisor', township)
    await post(`/units/${mine}/S2199000002/move`, { parent_id: 'T02', ...why })
    expect(await lastEvent()).toEqual({ action: 'organizations.move_unit', subject: unit?.name, result: 'denied' })
    await post(`/units/${theirs}/S2199000002/close`, why)
    const subject = '不存在或范围以外的单位 #S2199000'
    expect(await lastEvent()).toEqual({ action: 'organizations.close_unit', subject, result: 'denied' })
  })

  it('so do posts and units that were not to be set up, once each', async () => {
    await as('supervisor', areaPath(mine))
    const opened = await post('/posts', { county: mine, unit_id: 'S2199000003', title: '教务主任' })
    const { post_id: id }: { post_id: string } = JSON.parse(opened.body)
    const before = await countEvents()
    expect((await post(`/posts/${mine}/${id}/rename`, { title: '=1+1' })).status).toBe(400)
    const subject = '柳林镇中心小学 教务主任'
    expect(await lastEvent()).toEqual({ action: 'organizations.rename_post', subject, result: 'denied' })
    expect((await post(`/posts/${mine}/${id}/close`, { reason: '撤销' })).status).toBe(200)
    expect((await post(`/posts/${mine}/${id}/close`, { reason: '再撤销' })).status).toBe(404)
    expect(await lastEvent()).toEqual({ action: 'organizations.close_post', subject, result: 'denied' })
    await post('/posts', { county: mine, unit_id: 'S0000000000', title: '教务' })
    const none = '不存在或范围以外的单位 #S0000000 教务'
    expect(await lastEvent()).toEqual({ action: 'organizations.open_post', subject: none, result: 'denied' })
    await post('/units', { county: mine, kind: 'township', name: '石桥镇', opened_on: '2020-01-01' })
    expect(await lastEvent()).toEqual({
      action: 'organizations.open_unit',
      subject: '乡镇（街道） 石桥镇',
      result: 'denied',
    })
    expect(await countEvents()).toBe(before + 5)
    await app?.close()
    await as('supervisor', areaPath(theirs))
    await post(`/posts/${mine}/${id}/close`, { reason: '撤销' })
    const [foreign] = await lastEvents(theirs)
    const hidden = `不存在或范围以外的岗位 #${id.slice(0, 8)}`
    expect(foreign).toEqual({ action: 'organizations.close_post', subject: hidden, result: 'denied' })
  })

  it('refuses what the contract does not name', async () => {
    await as('supervisor', areaPath(mine))
    const body = { name: '改名小学', org_path: '99/', ...why }
    expect((await post(`/units/${mine}/S2199000002/rename`, body)).status).toBe(400)
  })

  it('a preview tells exactly what will happen, and nothing happens', async () => {
    await as('supervisor', areaPath(mine))
    const before = await ownedRows(db, mine)
    const body = { parent_id: 'T02', ...why }
    const preview = await post(`/units/${mine}/S2199000002/move`, { ...body, dry_run: true })
    const said: UnitChange = JSON.parse(preview.body)
    expect(said).toMatchObject({ rows: 7, units: [{ unit_id: 'S2199000002', says: '改由“柳林镇”管理' }] })
    expect(await ownedRows(db, mine)).toEqual(before)
    expect((await post(`/units/${mine}/S2199000002/move`, body)).body).toBe(preview.body)
  })
})

it('sessions that are open during a move see the new state with their next request', async () => {
  const [t1, t2] = [`${areaPath(mine)}T01/`, `${areaPath(mine)}T02/`]
  const old = await as('township_clerk', t1)
  const next = await createApp({
    deps: depsAs(db, [{ role: 'township_clerk', scope: t2 }], () => instant),
    routes: [organizationRoutes],
  })
  expect(await unitsIn(old)).toContain('S2199000001')
  await inCounty(db, mine, (ctx) =>
    moveUnit(ctx, { county: mine, unitId: 'S2199000001', parentId: 'T02', on: '2025-10-01', reason: '批复' }),
  )
  expect(await unitsIn(old)).not.toContain('S2199000001')
  expect(await unitsIn(next)).toContain('S2199000001')
  // Grants follow the unit, so that its own clerk goes on.
  const grants = await db.run<{ scope_path: string }>(
    "select scope_path from identity_grants where county_code = $1 and grant_id = 'g-S2199000001'",
    [mine],
  )
  expect(grants).toEqual([{ scope_path: `${t2}S2199000001/` }])
  await next.close()
})
