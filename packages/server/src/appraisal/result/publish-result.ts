import type { PublicationBody } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'

/** Makes the conclusion public for as long as was set; from now on it can be appealed against. Errors: the refusals. */
export async function announceResult(acting: Acting, key: AppraisalKey, body: PublicationBody): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'announce')
  const { row } = appraisal
  const today = dayOf(ctx.now)
  const [publicityUntil, appealUntil] = [daysAfter(today, row.publicity_days), daysAfter(today, row.appeal_days)]
  await store(acting, appraisal, { kind: 'announce', body, until: publicityUntil })
  await endDeed(ctx, appraisal, next, {
    deed: 'announce',
    says: `${body.document_no}，公示到 ${publicityUntil}，申诉到 ${appealUntil}（含当日）`,
    set: { publicity_until: publicityUntil, appeal_until: appealUntil },
  })
}

/** Publishes the version that stands when the time for objections is over. Errors: the refusals. */
export async function publishResult(acting: Acting, key: AppraisalKey, body: PublicationBody): Promise<void> {
  const { appraisal, next } = await beginDeed(acting, key, 'publish')
  await store(acting, appraisal, { kind: 'publish', body, until: null })
  const says = `${body.document_no}，第 ${appraisal.row.version} 版结论`
  await endDeed(acting.ctx, appraisal, next, { deed: 'publish', says, detail: { version: appraisal.row.version } })
}

interface Publication {
  readonly kind: 'announce' | 'publish'
  readonly body: PublicationBody
  readonly until: string | null
}

async function store({ ctx }: Acting, { row }: Appraisal, { kind, body, until }: Publication): Promise<void> {
  await ctx.db.kysely
    .insertInto('appraisal_publications')
    .values({
      county_code: row.county_code,
      appraisal_id: row.appraisal_id,
      kind,
      version: row.version,
      document_no: body.document_no.trim(),
      dated_on: body.dated_on,
      text: body.text.trim(),
      until,
      published_by: ctx.actor.name,
      published_at: ctx.now,
      org_path: row.org_path,
    })
    .execute()
}

/** The day of publication does not count: 公示 of five days begun on the 1st ends with the 6th. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10)
}
