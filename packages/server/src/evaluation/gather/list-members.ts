import type { Gathering } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'

export interface Member {
  /** Six digits. */
  readonly code: string
  readonly name: string
}

const levels = { 县: 'county', 市: 'city' } as const

/** The counties (cities) of a city or province that exist on a day, in the order of their codes; `area`: six digits. */
export function listMembers(
  db: Queries,
  { area, level, day }: { readonly area: string; readonly level: Gathering['level']; readonly day: string },
): Promise<Member[]> {
  return db.run<Member>(
    `select left(code, 6) as code, name from organizations_areas
     where level = $1 and starts_with(code, $2) and left(code, 6) <> $3 and since <= $4 and (until is null or until > $4)
     order by code`,
    [levels[level], prefixOf(area), area, day],
  )
}

/** The digits that all codes within an area begin with: 130400 → 1304, 130000 → 13. */
export const prefixOf = (area: string): string => area.replace(/(00)+$/, '')
