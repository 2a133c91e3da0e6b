import { State } from '@eduduty/core/evaluation'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../platform/db/database.ts'
import { strict } from '../platform/http/schemas.ts'

export const RunEntry = Type.Object(
  {
    id: Type.String(),
    created_at: Type.String({ description: '计算时间（UTC）' }),
    year: Type.Integer(),
    pack: Type.Object({ id: Type.String(), title: Type.String(), version: Type.String() }, strict),
    county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
    state: State,
    status: Type.Union([Type.Literal('preview'), Type.Literal('official')], {
      description: '性质：preview 预览（含未冻结的数据），official 正式',
    }),
  },
  strict,
)
export type RunEntry = Static<typeof RunEntry>

interface StoredRun {
  readonly run_id: string
  readonly created_at: string
  readonly year: number
  readonly pack_id: string
  readonly title: string
  readonly version: string
  readonly county_code: string
  readonly county_name: string
  readonly verdict: string
  readonly status: string
}

/** All runs, newest first. */
export async function listRuns(db: Queries): Promise<RunEntry[]> {
  const rows = await db.run<StoredRun>(
    `select run_id, created_at, year, evaluation_runs.pack_id, title, version, county_code, county_name, verdict, status
     from evaluation_runs join packs_installed on packs_installed.pack_id = evaluation_runs.pack_id and content_hash = pack_hash
     order by created_at desc, run_id limit 500`,
  )
  return rows.map((row) => ({
    id: row.run_id,
    created_at: row.created_at,
    year: row.year,
    pack: { id: row.pack_id, title: row.title, version: row.version },
    county: { code: row.county_code, name: row.county_name },
    state: Value.Check(State, row.verdict) ? row.verdict : 'error',
    status: row.status === 'official' ? 'official' : 'preview',
  }))
}
