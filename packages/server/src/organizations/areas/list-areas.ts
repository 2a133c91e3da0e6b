import type { AreaEntry, AreaList } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'

export interface AreaFilter {
  readonly asOf: string
  /** Full code: only those directly below it. */
  readonly parent?: string
  /** Part of a name, or the beginning of a code. */
  readonly text?: string
  /** Also those that are not in force any more. */
  readonly ended?: boolean
}

const most = 1_000

/** Areas in force on a day, by code. At most 1,000, with how many there are. */
export async function listAreas({ db }: Ctx, { asOf, parent, text, ended }: AreaFilter): Promise<AreaList> {
  const rows = await db.run<AreaEntry & { readonly total: number }>(
    `select code, since, until, level, name, parent_code, successor_code, source, (count(*) over ())::int as total
     from organizations_areas
     where (since <= $1 and (until is null or until > $1 or $4))
       and ($2::text is null or parent_code = $2)
       and ($3::text is null or strpos(name, $3) > 0 or starts_with(code, $3))
     order by code, since limit ${most}`,
    [asOf, parent ?? null, text ?? null, ended ?? false],
  )
  const areas = rows.map(({ total, ...area }) => area)
  return { as_of: asOf, areas, total: rows[0]?.total ?? 0 }
}
