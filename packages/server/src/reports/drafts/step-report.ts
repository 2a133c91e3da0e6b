import { charactersOf } from '@eduduty/core/documents'
import {
  decideReport,
  type ReportDecision,
  type ReportDeed,
  type ReportStep,
  reportOfDraft,
} from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertRevision, contentOf, type DraftRow, getDraft, type ReportKey, stateOf } from './draft-row.ts'
import { keepVersion } from './versions.ts'
import { fileOfDraft } from './write-file.ts'

/** The writer sends and takes back; whoever signs returns, signs and opens again. */
export const verbOfDeed = (deed: ReportDeed) =>
  deed === 'send' || deed === 'withdraw' ? ('reports.draft' as const) : ('reports.sign' as const)

export function decideStep({ actor }: Pick<Ctx, 'actor'>, row: DraftRow, deed: ReportDeed): ReportDecision {
  const characters = charactersOf(reportOfDraft(contentOf(row), row.file_name))
  const facts = {
    state: stateOf(row),
    openMarks: row.open_marks,
    sentBy: row.sent_by ?? undefined,
    charactersOver: row.max_characters === null ? 0 : Math.max(0, characters - row.max_characters),
  }
  return decideReport(facts, deed, actor.id)
}

/**
 * Takes a step with a report and keeps what it was then; a signed one with its file. Errors: `reports.not_found`,
 * `reports.changed_meanwhile`, `reports.reason_missing`, the refusals.
 */
export async function stepReport(ctx: Ctx, key: ReportKey, { deed, revision, note }: ReportStep): Promise<void> {
  const row = await getDraft(ctx, key, 'lock')
  assertRevision(row, revision)
  const { next, refused } = decideStep(ctx, row, deed)
  if (refused !== undefined) throw refusalOf(row, refused)
  const reason = note.trim()
  if (reason === '' && (deed === 'return' || deed === 'reopen')) throw new AppError('reports.reason_missing')
  const moved = {
    state: next,
    state_at: ctx.now,
    state_by: ctx.actor.name,
    revision: row.revision + 1,
    ...(deed === 'send' && { sent_by: ctx.actor.id }),
  }
  await ctx.db.kysely
    .updateTable('reports_drafts')
    .set(moved)
    .where('county_code', '=', row.county_code)
    .where('report_id', '=', row.report_id)
    .execute()
  const file = deed === 'sign' ? await fileOfDraft(row) : undefined
  await keepVersion(ctx, row, { reason: deed, note: reason, ...(file !== undefined && { file }) })
  ctx.audit({
    action: `reports.${deed}`,
    subject: `${row.subject_name} · ${row.title.replaceAll('\n', '')}`,
    ...(reason !== '' && { reason }),
  })
}

function refusalOf(row: DraftRow, refused: NonNullable<ReportDecision['refused']>): AppError {
  const characters = charactersOf(reportOfDraft(contentOf(row), row.file_name))
  return new AppError(`reports.${refused}`, {
    title: row.title.replaceAll('\n', ''),
    marks: row.open_marks,
    characters,
    limit: row.max_characters ?? '',
  })
}
