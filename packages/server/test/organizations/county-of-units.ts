import { areaPath, type OrgPath, type UnitKind } from '@eduduty/core/organizations'
import { openPost, openUnit } from '../../src/organizations/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testDoor } from '../harness/doors.ts'

export const instant = new Date('2026-11-25T04:00:00Z')

/** Does something in a county as the system, at a fixed instant. */
export function inCounty<T>(db: Database, county: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return testDoor(db, () => instant).write(systemIn(areaPath(county)), work)
}

const plan: readonly (readonly [id: string, kind: UnitKind, name: string, parent: string])[] = [
  ['D02', 'department', '县教育局', ''],
  ['T01', 'township', '石桥镇', ''],
  ['T02', 'township', '柳林镇', ''],
  ['S2199000001', 'school', '石桥镇中心小学', 'T01/'],
  ['S2199000002', 'school', '河口小学', 'T01/'],
  ['S2199000003', 'school', '柳林镇中心小学', 'T02/'],
  ['K1199000001', 'kindergarten', '柳林幼儿园', 'T02/'],
]

/** A small county: a government, a department, two townships with schools; each unit with a post, a person and a submission. */
export async function openCounty(db: Database, county: string, openedOn = '2018-09-01'): Promise<void> {
  const root = areaPath(county)
  await inCounty(db, county, async (ctx) => {
    const government = { kind: 'government', name: `${county}县人民政府`, code: county, parentPath: undefined } as const
    await openUnit(ctx, { ...government, openedOn })
    for (const [unitId, kind, name, parent] of plan) {
      const code = /^[SK]/.test(unitId) ? unitId.slice(1) : ''
      await openUnit(ctx, { unitId, kind, name, code, parentPath: `${root}${parent}`, openedOn })
    }
    for (const unit of ['G', ...plan.map(([unitId]) => unitId)]) await fillUnit(ctx, county, unit)
  })
}

/** Rows of other slices that belong to a unit, each marked with its id. */
export async function fillUnit(ctx: Ctx, county: string, unitId: string): Promise<void> {
  const post = await openPost(ctx, { county, unitId, title: '填报员' })
  const key = { county_code: county, org_path: post.orgPath }
  await ctx.db.kysely
    .insertInto('identity_people')
    .values({ ...key, person_id: `p-${unitId}`, unit_id: unitId, name: `职工${unitId}` })
    .execute()
  await ctx.db.kysely
    .insertInto('collection_submissions')
    .values({
      ...key,
      submission_id: `s-${unitId}`,
      pack_id: 'test',
      register: 'books',
      unit_code: unitId,
      unit_name: unitId,
      year: 2025,
      status: 'frozen',
      created_at: instant,
    })
    .execute()
  await ctx.db.kysely
    .insertInto('identity_grants')
    .values({
      ...key,
      grant_id: `g-${unitId}`,
      post_id: post.postId,
      role: 'school_clerk',
      scope_path: post.orgPath,
      since: '2020-01-01',
      status: 'approved',
      proposed_by: 'a',
      proposed_at: instant,
    })
    .execute()
}

interface OwnedRow {
  readonly table: string
  readonly owner: string
  readonly path: OrgPath
}

/** Every row of the county that a unit owns, with the id of the unit it was made for. */
export async function ownedRows(db: Database, county: string): Promise<readonly OwnedRow[]> {
  return db.run<OwnedRow>(
    `select 'people' as table, unit_id as owner, org_path as path from identity_people where county_code = $1
     union all select 'submissions', unit_code, org_path from collection_submissions where county_code = $1
     union all select 'posts', unit_id, org_path from organizations_posts where county_code = $1
     union all select 'grants', substr(grant_id, 3), org_path from identity_grants where county_code = $1
     union all select 'scopes', substr(grant_id, 3), scope_path from identity_grants where county_code = $1
     union all select 'versions', unit_id, org_path from organizations_unit_versions where county_code = $1
     union all select 'successions', from_unit_id, org_path from organizations_successions where county_code = $1`,
    [county],
  )
}

export async function pathsOfUnits(db: Database, county: string): Promise<ReadonlyMap<string, OrgPath>> {
  const units = await db.run<{ unit_id: string; org_path: OrgPath }>(
    'select unit_id, org_path from organizations_units where county_code = $1',
    [county],
  )
  return new Map(units.map((unit) => [unit.unit_id, unit.org_path]))
}
