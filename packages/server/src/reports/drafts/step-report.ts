import { charactersOf } from '@eduduty/core/documents'
import {
  decideReport,
  type ReportDeed,
  type ReportDetail,
  type ReportFacts,
  type ReportRefusal,
  type ReportStep,
  reportOfDraft,
  type SigningDoubt,
  signingDoubts,
} from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import {
  assertRevision,
  contentOf,
  type DraftRow,
  getDraft,
  nameOf,
  oneLine,
  type ReportKey,
  stateOf,
} from './draft-row.ts'
import { keepVersion } from './versions.ts'
import { fileOfDraft } from './write-file.ts'

/** The writer sends and takes back; whoever signs returns, signs and opens again. */
export const verbOfDeed = (deed: ReportDeed) =>
  deed === 'send' || deed === 'withdraw' ? ('reports.draft' as const) : ('reports.sign' as const)

/** What a decision about the report stands on. `characters`: signs of the whole. */
export function factsOf(row: DraftRow, characters: number): ReportFacts {
  return {
    state: stateOf(row),
    openMarks: row.open_marks,
    sentBy: row.sent_by ?? undefined,
    charactersOver: row.max_characters === null ? 0 : Math.max(0, characters - row.max_characters),
  }
}

/**
 * Takes a step with a report and keeps what it was then; a signed one with its file. `run`: what its figures stand on, asked
 * where it is signed. Errors: `reports.not_found`, `reports.changed_meanwhile`, `reports.reason_missing`,
 * `reports.sign_reason_missing` for what is no final paper without a reason, the refusals.
 */
export async function stepReport(
  ctx: Ctx,
  key: ReportKey,
  { deed, revision, note }: ReportStep,
  run: ReportDetail['run_status'],
): Promise<void> {
  const row = await getDraft(ctx, key, 'lock')
  assertRevision(row, revision)
  const characters = charactersOf(reportOfDraft(contentOf(row), row.file_name))
  const { next, refused } = decideReport(factsOf(row, characters), deed, ctx.actor.id)
  if (refused !== undefined) throw refusalOf(row, refused, characters)
  const reason = note.trim()
  if (reason === '' && (deed === 'return' || deed === 'reopen')) throw new AppError('reports.reason_missing')
  const doubts = deed === 'sign' ? signingDoubts({ run, date: contentOf(row).date }) : []
  if (reason === '' && doubts.length > 0)
    throw new AppError('reports.sign_reason_missing', {
      title: oneLine(row.title),
      what: doubts.map((doubt) => doubtWords[doubt]).join('、'),
    })
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
  const file = deed === 'sign' ? await fileOfDraft({ ...row, state: next }) : undefined
  await keepVersion(ctx, row, { reason: deed, note: reason, ...(file !== undefined && { file }) })
  ctx.audit({
    action: `reports.${deed}`,
    subject: nameOf(row),
    ...(reason !== '' && { reason }),
  })
}

const doubtWords: Readonly<Record<SigningDoubt, string>> = { preview: '数字出自预览评估', date: '成文日期没有填' }

function refusalOf(row: DraftRow, refused: ReportRefusal, characters: number): AppError {
  return new AppError(`reports.${refused}`, {
    title: oneLine(row.title),
    marks: row.open_marks,
    characters,
    limit: row.max_characters ?? '',
  })
}
