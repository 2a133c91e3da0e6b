import { groupBy } from '@eduduty/core/collection'
import type { CorrectedKind, CorrectRecordBody, RecordChange } from '@eduduty/core/duties'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { lockRecord, type RecordKey } from '../strike-record.ts'
import { type Line, wordsBefore } from '../words-before.ts'
import { correctBody, correctContact, correctMember, correctPromise, correctVisit } from './correct-parts.ts'
import { correctProposal } from './correct-proposal.ts'

export interface CorrectedKey extends RecordKey {
  readonly kind: CorrectedKind
}

/**
 * Corrects what was entered of a record, or of one of its members or visits; how it was written before stays in its
 * history. Errors: as `lockRecord`, `duties.says_missing`, `duties.record_not_found`, `duties.record_unit_not_found`,
 * `duties.day_ahead`, `duties.days_reversed`, `duties.nothing_corrected`.
 */
export async function correctRecord(acting: Acting, key: CorrectedKey, body: CorrectRecordBody): Promise<void> {
  const { ctx } = acting
  const reason = body.reason.trim()
  if (reason === '') throw new AppError('duties.says_missing')
  const owner = await lockRecord(acting, key)
  const was = wordsBefore(await linesOf(acting, key, body))
  await ctx.db.run(
    `insert into duties_record_changes (county_code, kind, record_id, change_no, org_path, was, reason, changed_by, changed_at)
     select $1, $2, $3, (select coalesce(max(change_no), 0) + 1 from duties_record_changes
       where county_code = $1 and kind = $2 and record_id = $3), $4, $5, $6, $7, $8::timestamptz`,
    [key.county, key.kind, key.id, owner.org_path, was, reason, ctx.actor.name, ctx.now],
  )
  ctx.audit({ action: 'duties.correct_record', subject: `${owner.unit_name}“${owner.title}”`, reason })
}

/** Only what belongs to this kind of record is looked at. */
async function linesOf(acting: Acting, key: CorrectedKey, body: CorrectRecordBody): Promise<readonly Line[]> {
  switch (key.kind) {
    case 'body':
      return [
        ...(body.body === undefined ? [] : await correctBody(acting, key, body.body)),
        ...(body.member === undefined ? [] : await correctMember(acting, key, body.member)),
      ]
    case 'promise':
      return body.promise === undefined ? [] : correctPromise(acting, key, body.promise)
    case 'proposal':
      return body.proposal === undefined ? [] : correctProposal(acting, key, body.proposal)
    case 'contact':
      return [
        ...(body.contact === undefined ? [] : await correctContact(acting, key, body.contact)),
        ...(body.visit === undefined ? [] : await correctVisit(acting, key, body.visit)),
      ]
  }
}

/** Corrections of a county's records of a kind by record, the latest first. */
export async function readRecordChanges(
  { ctx }: Acting,
  county: string,
  kind: CorrectedKind,
): Promise<ReadonlyMap<string, readonly RecordChange[]>> {
  const rows = await ctx.db.run<RecordChange & { readonly record: string }>(
    `select record_id as record, change_no as no, was, reason, changed_by as by,
       (changed_at at time zone 'Asia/Shanghai')::date::text as on
     from duties_record_changes where county_code = $1 and kind = $2 order by record_id, change_no desc`,
    [county, kind],
  )
  const groups = groupBy(rows, ({ record }) => record)
  return new Map([...groups].map(([record, own]) => [record, own.map(({ record: _, ...change }) => change)]))
}
