import type { PackMove, UnfilledForm } from '@eduduty/core/collection'
import type { Queries } from '../../platform/db/database.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import type { PeriodRow } from '../periods/read-periods.ts'

/** Columns that came with a move, of forms that were frozen before it and not corrected since: nobody has reported them. */
export async function listUnfilled(db: Queries, period: PeriodRow, move: PackMove): Promise<UnfilledForm[]> {
  const from = await getTaskPack(db, { packId: period.pack_id, hash: move.from_hash })
  const to = await getTaskPack(db, { packId: period.pack_id, hash: move.to_hash })
  const frozen = await db.run<{ register: string; forms: number }>(
    `select t.register, count(*)::integer as forms from collection_tasks t
     join collection_submissions s on s.county_code = t.county_code and s.submission_id = t.submission_id
     where t.county_code = $1 and t.period_id = $2 and s.status = 'frozen' and s.frozen_at < $3
     group by t.register order by t.register`,
    [period.county_code, period.period_id, move.moved_at],
  )
  return frozen.flatMap(({ register, forms }) => {
    const before = from.pack.registers.find(({ id }) => id === register)
    const after = to.pack.registers.find(({ id }) => id === register)
    if (before === undefined || after === undefined) return []
    const known = new Set(before.columns.map(({ id }) => id))
    const columns = after.columns.filter(({ id }) => !known.has(id)).map(({ title }) => title)
    return columns.length === 0 ? [] : [{ title: after.title, columns, frozen: forms }]
  })
}
