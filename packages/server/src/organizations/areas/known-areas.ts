import { areaParentOf } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import type { AreaRow } from './area-row.ts'

/** The last version of an area. */
export interface KnownArea {
  readonly code: string
  readonly since: string
  readonly until: string | null
  readonly name: string
  readonly successor: string | null
}

export interface KnownAreas {
  /** The last version of each, by full code. */
  readonly last: Map<string, KnownArea>
  /** Every version as it was before this file, by code and first day. */
  readonly versions: ReadonlyMap<string, KnownArea>
}

/** Areas that the rows name, with their successors and all above them. */
export async function loadAreas({ db }: Ctx, rows: readonly AreaRow[]): Promise<KnownAreas> {
  const wanted = new Set(rows.flatMap((row) => [...lineOf(row.code), row.successor ?? row.code]))
  const found = await db.run<KnownArea>(
    `select code, since, until, name, successor_code as successor
     from organizations_areas where code = any($1::text[]) order by code, since`,
    [[...wanted]],
  )
  return {
    last: new Map(found.map((area) => [area.code, area])),
    versions: new Map(found.map((area) => [versionKey(area.code, area.since), area])),
  }
}

export const versionKey = (code: string, since: string): string => `${code} ${since}`

/** A code and those above it, the nearest first. */
export function lineOf(code: string): readonly string[] {
  const above = areaParentOf(code)
  return above === undefined ? [code] : [code, ...lineOf(above)]
}
