import { beforeAll, describe, expect, it } from 'vitest'
import {
  closePost,
  closeUnit,
  describePaths,
  type OpenUnit,
  openPost,
  openUnit,
} from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

let db: Database

const open = (input: Partial<OpenUnit> & Pick<OpenUnit, 'kind' | 'name'>, scope = testPath) =>
  testDoor(db).write(systemIn(scope), (ctx) =>
    openUnit(ctx, { parentPath: testPath, openedOn: '2020-09-01', ...input }),
  )

beforeAll(async () => {
  db = await memoryDatabase()
  await open({ kind: 'government', name: '云岭县人民政府', code: testCounty, parentPath: undefined })
})

describe('opening a unit', () => {
  it('numbers units by kind, and schools by their code', async () => {
    expect(await open({ kind: 'township', name: '石桥镇' })).toEqual({
      unitId: 'T01',
      orgPath: `${testPath}T01/`,
      county: testCounty,
    })
    expect(await open({ kind: 'township', name: '柳林镇' })).toMatchObject({ unitId: 'T02' })
    const school = { kind: 'school', name: '中心小学', code: '2199000001' } as const
    expect(await open({ ...school, parentPath: `${testPath}T01/` }, `${testPath}T01/`)).toMatchObject({
      orgPath: `${testPath}T01/S2199000001/`,
    })
  })

  it('numbers on where the caller does not see all units', async () => {
    await open({ kind: 'inspection_area', name: '第一责任区' })
    expect(
      await open({ kind: 'inspection_area', name: '第二责任区', parentPath: `${testPath}T01/` }, `${testPath}T01/`),
    ).toMatchObject({ unitId: 'R02' })
  })

  it.each([
    [{ code: '2199000001' }, 'organizations.code_taken'],
    [{ code: '219900000' }, 'organizations.code_invalid'],
    [{ parentPath: `${testPath}T77/` }, 'organizations.parent_not_found'],
    [{ parentPath: '99/9901/990102/' }, 'organizations.parent_not_found'],
    [{ name: '=1+1' }, 'organizations.name_invalid'],
    [{ openedOn: '2020-02-30' }, 'organizations.date_invalid'],
    [{ openedOn: '2999-01-01' }, 'organizations.date_invalid'],
    [{ unitId: 'T01' }, 'organizations.id_taken'],
  ])('refuses %j', async (wrong, code) => {
    await expect(open({ kind: 'school', name: '东小', ...wrong })).rejects.toMatchObject({ code })
  })

  it('refuses a second government', async () => {
    const again = open({ kind: 'government', name: '云岭县人民政府', code: testCounty, parentPath: undefined })
    await expect(again).rejects.toMatchObject({ code: 'organizations.government_exists' })
  })
})

it('opens a post in a unit and closes it once', async () => {
  const door = testDoor(db)
  const post = await door.write(systemIn(), (ctx) =>
    openPost(ctx, { county: testCounty, unitId: 'T01', title: '教育专干' }),
  )
  expect(post.orgPath).toBe(`${testPath}T01/`)
  const close = () => door.write(systemIn(), (ctx) => closePost(ctx, { county: testCounty, postId: post.postId }))
  await close()
  await expect(close()).rejects.toMatchObject({ code: 'organizations.post_not_found' })
})

it('does not close the post of an administrator in office, nor the unit that it stands in', async () => {
  const door = testDoor(db)
  const unit = await open({ kind: 'department', name: '县信息中心', parentPath: testPath, openedOn: '2020-01-01' })
  const post = await door.write(systemIn(), async (ctx) => {
    const opened = await openPost(ctx, { county: testCounty, unitId: unit.unitId, title: '审计管理员' })
    const key = { county_code: testCounty, post_id: opened.postId, since: '2024-01-01', status: 'approved' }
    const made = { ...key, proposed_by: 'one', proposed_at: ctx.now, org_path: unit.orgPath }
    const person = { county_code: testCounty, person_id: 'auditor', unit_id: unit.unitId, name: '韩审' }
    await ctx.db.kysely
      .insertInto('identity_people')
      .values({ ...person, org_path: unit.orgPath })
      .execute()
    const grant = { ...made, grant_id: 'g-auditor', role: 'auditor', scope_path: testPath }
    await ctx.db.kysely.insertInto('identity_grants').values(grant).execute()
    const tenure = { ...made, tenure_id: 't-auditor', person_id: 'auditor', kind: 'holder' }
    await ctx.db.kysely.insertInto('identity_tenures').values(tenure).execute()
    return opened
  })
  const refused = { code: 'organizations.administrator_post' }
  const close = door.write(systemIn(), (ctx) => closePost(ctx, { county: testCounty, postId: post.postId }))
  await expect(close).rejects.toMatchObject(refused)
  const { unitId } = unit
  const end = door.write(systemIn(), (ctx) =>
    closeUnit(ctx, { county: testCounty, unitId, on: '2025-01-01', reason: '机构改革' }),
  )
  await expect(end).rejects.toMatchObject(refused)
})

it('names a unit and what is above it, and nothing beside it', async () => {
  const names = await describePaths(testDoor(db), [`${testPath}T01/S2199000001/`])
  expect([...names.values()]).toEqual([['云岭县人民政府', '石桥镇', '中心小学']])
})
