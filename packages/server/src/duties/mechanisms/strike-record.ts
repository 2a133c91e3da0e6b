import type { RecordKind } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'

/** Which record. */
export interface RecordKey {
  readonly county: string
  readonly kind: RecordKind
  readonly id: string
}

const tables = {
  meeting: ['duties_meetings', 'meeting_id', '会议'],
  body: ['duties_bodies', 'body_id', '机构'],
  promise: ['duties_promises', 'promise_id', '重点工作和承诺'],
  proposal: ['duties_proposals', 'proposal_id', '人大政协'],
  contact: ['duties_contacts', 'contact_id', '联系学校'],
} as const satisfies Readonly<Record<RecordKind, readonly [string, string, string]>>

/** A record that stands, held until the transaction ends. Errors: `duties.record_not_found`, `duties.record_struck`, `duties.not_own_record`. */
export async function lockRecord(acting: Acting, { county, kind, id }: RecordKey): Promise<LockedRecord> {
  const [table, key] = tables[kind]
  const name = kind === 'contact' ? "name || '联系' || school_name" : 'title'
  const [row] = await acting.ctx.db.run<LockedRecord & { struck: string }>(
    `select org_path, unit_name, ${name} as title, struck from ${table} where county_code = $1 and ${key} = $2 for update`,
    [county, id],
  )
  if (row === undefined) throw new AppError('duties.record_not_found')
  if (row.struck !== '') throw new AppError('duties.record_struck', { title: row.title })
  if (!issuesFor(acting, row.org_path)) throw new AppError('duties.not_own_record', { unit: row.unit_name })
  return row
}

export interface LockedRecord {
  readonly org_path: string
  readonly unit_name: string
  readonly title: string
}

/** Strikes out what was entered by mistake; it stays to be seen, and counts no more. Errors: as `lockRecord`, `duties.says_missing`. */
export async function strikeRecord(acting: Acting, key: RecordKey, reason: string): Promise<void> {
  const { ctx } = acting
  const words = reason.trim()
  if (words === '') throw new AppError('duties.says_missing')
  const { unit_name: unit, title } = await lockRecord(acting, key)
  const [table, column, what] = tables[key.kind]
  await ctx.db.run(`update ${table} set struck = $3 where county_code = $1 and ${column} = $2`, [
    key.county,
    key.id,
    words,
  ])
  ctx.audit({ action: 'duties.strike_record', subject: `${unit}${what}“${title}”`, reason: words })
}
