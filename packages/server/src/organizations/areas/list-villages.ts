import type { Queries } from '../../platform/db/database.ts'

export interface Village {
  /** 统计用区划代码, 12 digits; the first nine are its township's. */
  readonly code: string
  readonly name: string
}

/** Villages and communities of a county that exist on a day, in the order of their codes. */
export async function listVillages(db: Queries, county: string, day: string): Promise<readonly Village[]> {
  return db.run<Village>(
    `select code, name from organizations_areas
     where level = 'village' and code like $1 || '%' and since <= $2 and (until is null or until > $2) order by code`,
    [county, day],
  )
}
