import { createHash, randomUUID } from 'node:crypto'
import type { CheckSource, KeptCheck, KeptText } from '@eduduty/core/claims'
import { countyOf } from '@eduduty/core/organizations'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { CheckedReport } from '../thread/check-protocol.ts'
import type { CheckResult } from './check-row.ts'
import { deleteExpired } from './delete-check.ts'

/** Long enough for a report to be there when the next year's is held beside it. */
const KEPT_DAYS = 400
const DAY = 86_400_000

/** A report that was checked, and what it was checked with. */
export interface NewCheck {
  readonly title: string
  readonly source: CheckSource
  readonly fileName: string
  readonly bytes: Uint8Array | string
  /** The unit whose report it is. */
  readonly path: string
  readonly content: KeptText
  readonly checked: CheckedReport
  readonly report?: string
  readonly run?: { readonly id: string; readonly title: string }
  readonly older?: { readonly id: string; readonly title: string }
}

/** Keeps a check; what is past its time is deleted on the way. */
export async function addCheck(ctx: Ctx, one: NewCheck): Promise<KeptCheck> {
  await deleteExpired(ctx)
  const key = { county: countyOf(one.path), check: randomUUID() }
  const { check, figures, changes } = one.checked
  const count = (grade: string): number => check.findings.filter((finding) => finding.grade === grade).length
  const result: CheckResult = { check, figures: [...figures], ...(changes !== undefined && { changes: [...changes] }) }
  const sha256 = createHash('sha256').update(one.bytes).digest('hex')
  await ctx.db.kysely
    .insertInto('claims_checks')
    .values({
      county_code: key.county,
      check_id: key.check,
      org_path: one.path,
      title: one.title,
      source: one.source,
      file_name: one.fileName,
      sha256,
      report_id: one.report ?? null,
      run_id: one.run?.id ?? null,
      run_title: one.run?.title ?? '',
      older_id: one.older?.id ?? null,
      older_title: one.older?.title ?? '',
      content: JSON.stringify(one.content),
      result: JSON.stringify(result),
      numbers: check.claims.length,
      confirmed: check.confirmed,
      wrong: count('wrong'),
      doubtful: count('doubtful'),
      uncheckable: count('uncheckable'),
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      checked_at: ctx.now,
      keep_until: new Date(ctx.now.getTime() + KEPT_DAYS * DAY).toISOString().slice(0, 10),
    })
    .execute()
  ctx.audit({
    action: 'claims.check',
    subject: one.title,
    detail: { sha256, numbers: check.claims.length, ...(one.run !== undefined && { run: one.run.id }) },
  })
  return key
}

/** The unit of whoever asks, where they may check; else the outermost place where they may. */
export function unitOf({ actor, scopes }: Pick<Caller, 'actor' | 'scopes'>): string {
  return scopes.some((scope) => actor.path.startsWith(scope)) ? actor.path : (scopes[0] ?? actor.path)
}
