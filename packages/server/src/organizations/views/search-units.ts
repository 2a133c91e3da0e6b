import { initialsPattern, type UnitEntry } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { countyPatterns } from './counties-in-reach.ts'
import { entryOf, type UnitRow } from './tree-as-of.ts'

export interface SearchUnits {
  readonly text: string
  readonly limit: number
}

/**
 * Open units within reach by part of a name that they have or had, its pinyin initials, or the beginning of the code. Names
 * and initials that begin with the text come first, then those that hold it, then initials that have its letters in order.
 */
export async function searchUnits({ db, scopes }: Ctx, { text, limit }: SearchUnits): Promise<readonly UnitEntry[]> {
  const wanted = text.trim()
  if (wanted === '') return []
  const rows = await db.run<UnitRow>(
    `select u.county_code, u.unit_id, u.kind, v.name, v.name_initials as initials, u.code, v.school_type, v.area_code, v.parent_id, v.since,
       u.opened_on, u.closed_on, u.org_path
     from organizations_units u
     join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id and v.until is null
     where u.county_code like any ($4::text[]) and u.closed_on is null and exists (
       select from organizations_unit_versions n where n.county_code = u.county_code and n.unit_id = u.unit_id
         and (strpos(n.name, $1) > 0 or strpos(n.name_initials, $2) > 0 or n.name_initials like $5 or starts_with(u.code, $1) or u.unit_id = $1))
     order by not starts_with(v.name, $1), not starts_with(v.name_initials, $2),
       strpos(v.name, $1) = 0 and strpos(v.name_initials, $2) = 0, length(v.name), v.name, u.unit_id
     limit $3`,
    [wanted, wanted.toLowerCase(), limit, countyPatterns(scopes), initialsPattern(wanted) ?? null],
  )
  return rows.flatMap(entryOf)
}
