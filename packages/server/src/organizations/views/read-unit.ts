import type { UnitDetail, UnitPost, UnitSuccession, UnitVersion } from '@eduduty/core/organizations'
import type { Static } from 'typebox'
import type { Caller } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { describePaths } from '../names/describe-paths.ts'
import type { UnitKey } from '../units/lock-open-unit.ts'
import { entryOf, type UnitRow } from './tree-as-of.ts'

type Version = Static<typeof UnitVersion>
type Succession = Static<typeof UnitSuccession>

/** A unit with its history, its successors and its posts. Errors: `organizations.unit_not_found`. */
export async function readUnit(door: Door, caller: Caller, key: UnitKey): Promise<UnitDetail> {
  const found = await door.read(caller, async ({ db }) => {
    const state = await findState(db, key)
    if (state === undefined) throw new AppError('organizations.unit_not_found')
    return {
      ...state,
      versions: await listVersions(db, key),
      predecessors: await listSuccessions(db, key, 'from'),
      successors: await listSuccessions(db, key, 'to'),
      posts: await listPosts(db, key),
    }
  })
  const names = await describePaths(door, [found.unit.org_path])
  return { ...found, path_names: [...(names.get(found.unit.org_path) ?? [])] }
}

async function findState(
  db: Queries,
  { county, unitId }: UnitKey,
): Promise<Pick<UnitDetail, 'unit' | 'closed_reason'> | undefined> {
  const rows = await db.run<UnitRow & { readonly closed_reason: string }>(
    `select u.county_code, u.unit_id, u.kind, v.name, v.name_initials as initials, u.code, v.school_type, v.area_code, v.parent_id, v.since,
       u.opened_on, u.closed_on, u.closed_reason, u.org_path
     from organizations_units u join organizations_unit_versions v on v.county_code = $1 and v.unit_id = $2
     where u.county_code = $1 and u.unit_id = $2 order by v.since desc limit 1`,
    [county, unitId],
  )
  return rows.flatMap(({ closed_reason, ...row }) => entryOf(row).map((unit) => ({ unit, closed_reason })))[0]
}

/** The parent by the name that it had when the version began. */
function listVersions(db: Queries, { county, unitId }: UnitKey): Promise<Version[]> {
  return db.run<Version>(
    `select v.since, v.until, v.name, v.school_type, v.area_code, v.reason,
       coalesce((select p.name from organizations_unit_versions p
         where p.county_code = $1 and p.unit_id = v.parent_id and (p.until is null or p.until > v.since)
         order by p.since limit 1), '') as parent_name
     from organizations_unit_versions v where v.county_code = $1 and v.unit_id = $2 order by v.since desc`,
    [county, unitId],
  )
}

/** `from`: whom the unit came from; `to`: who came after it. Names are the last ones. */
function listSuccessions(db: Queries, { county, unitId }: UnitKey, side: 'from' | 'to'): Promise<Succession[]> {
  const [other, own] = side === 'from' ? ['from_unit_id', 'to_unit_id'] : ['to_unit_id', 'from_unit_id']
  return db.run<Succession>(
    `select s.${other} as unit_id, s.kind, s.effective_on, s.reason,
       coalesce((select v.name from organizations_unit_versions v
         where v.county_code = $1 and v.unit_id = s.${other} order by v.since desc limit 1), '') as name
     from organizations_successions s where s.county_code = $1 and s.${own} = $2
     order by s.effective_on, s.${other} collate "C"`,
    [county, unitId],
  )
}

function listPosts(db: Queries, { county, unitId }: UnitKey): Promise<Static<typeof UnitPost>[]> {
  return db.run<Static<typeof UnitPost>>(
    `select post_id, title, closed_on from organizations_posts
     where county_code = $1 and unit_id = $2 order by closed_on nulls first, title, post_id`,
    [county, unitId],
  )
}
