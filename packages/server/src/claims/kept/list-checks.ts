import type { CheckList } from '@eduduty/core/claims'
import type { Ctx } from '../../platform/ctx.ts'
import { type EntryRow, entryColumns, presentEntry } from './check-row.ts'

const MOST = 1000

/** Checks within the caller's reach that are still kept, the newest first. */
export async function listChecks({ db, now, actor }: Pick<Ctx, 'db' | 'now' | 'actor'>): Promise<CheckList> {
  const rows = await db.run<EntryRow>(
    `select ${entryColumns} from claims_checks c where c.keep_until >= $1::date
     order by c.checked_at desc, c.check_id limit ${MOST}`,
    [now],
  )
  return { checks: rows.map((row) => presentEntry(row, actor.id)) }
}
