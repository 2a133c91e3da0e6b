import type { PackMove, PeriodVersions } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { listUnfilled } from './list-unfilled.ts'

interface MoveRow extends Omit<PackMove, 'kind' | 'move_no'> {
  readonly move_no: number
  readonly kind: string
}

/** Errors: `collection.period_not_found`. */
export async function readPeriodVersions(ctx: Ctx, key: PeriodKey): Promise<PeriodVersions> {
  const period = await getPeriod(ctx, key)
  const versions = await ctx.db.run<PeriodVersions['versions'][number]>(
    `select version, content_hash as hash, installed_at from packs_installed where pack_id = $1
     order by string_to_array(version, '.')::integer[] desc, installed_at desc, content_hash`,
    [period.pack_id],
  )
  const rows = await ctx.db.run<MoveRow>(
    `select move_no::integer, kind, f.version as from_version, from_hash, t.version as to_version, to_hash, tasks, carried,
       reason, moved_by, moved_at
     from collection_pack_moves m
     join packs_installed f on f.pack_id = m.pack_id and f.content_hash = m.from_hash
     join packs_installed t on t.pack_id = m.pack_id and t.content_hash = m.to_hash
     where county_code = $1 and period_id = $2 order by move_no desc`,
    [key.county, key.periodId],
  )
  const moves = rows.map((row): PackMove => ({ ...row, kind: row.kind === 'undo' ? 'undo' : 'move' }))
  const [last] = moves
  const standing = last?.kind === 'move' && last.to_hash === period.pack_hash ? last : undefined
  return {
    title: period.title,
    pack_id: period.pack_id,
    hash: period.pack_hash,
    versions,
    moves,
    unfilled: standing === undefined ? [] : await listUnfilled(ctx.db, period, standing),
    ...(standing !== undefined && { undoable: standing.move_no }),
  }
}
