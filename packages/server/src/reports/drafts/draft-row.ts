import type { DocumentSubject } from '@eduduty/core/documents'
import { OutlineKind } from '@eduduty/core/packs'
import { DraftContent, type ReportEntry, ReportState } from '@eduduty/core/reports'
import type { Selectable } from 'kysely'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface ReportKey {
  readonly county: string
  readonly report: string
}

export type DraftRow = Selectable<Tables['reports_drafts']>

export const columns = [
  'county_code',
  'report_id',
  'org_path',
  'run_id',
  'pack_id',
  'pack_title',
  'year',
  'outline',
  'kind',
  'grain',
  'subject',
  'subject_name',
  'title',
  'file_name',
  'max_characters',
  'state',
  'state_at',
  'state_by',
  'sent_by',
  'revision',
  'open_marks',
  'saved_by',
  'saved_name',
  'saved_at',
  'started_at',
] as const satisfies readonly (keyof DraftRow)[]

/** A draft within the caller's reach; `lock` keeps others from changing it until the end of the transaction. Errors: `reports.not_found`. */
export async function getDraft({ db }: Pick<Ctx, 'db'>, key: ReportKey, lock?: 'lock'): Promise<DraftRow> {
  const query = db.kysely
    .selectFrom('reports_drafts')
    .selectAll()
    .where('county_code', '=', key.county)
    .where('report_id', '=', key.report)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new AppError('reports.not_found')
  return row
}

/** Whom a report is about. */
export const aboutOf = ({
  grain,
  subject,
  subject_name: name,
}: Pick<DraftRow, 'grain' | 'subject' | 'subject_name'>): DocumentSubject => ({ grain, subject, name })

/** A title may break into lines; a list, a sentence or the log takes it as one. */
export const oneLine = (title: string): string => title.replaceAll('\n', '')

/** A report as the audit log names it. */
export const nameOf = ({ subject_name: subject, title }: Pick<DraftRow, 'subject_name' | 'title'>): string =>
  `${subject} · ${oneLine(title)}`

/** Errors: `reports.changed_meanwhile`, which says who saved and when. */
export function assertRevision(row: DraftRow, revision: number): void {
  if (row.revision !== revision)
    throw new AppError('reports.changed_meanwhile', { by: row.saved_name, at: String(row.saved_at) })
}

export function contentOf({ content, report_id: id }: Pick<DraftRow, 'content' | 'report_id'>): DraftContent {
  const document: unknown = content
  if (!Value.Check(DraftContent, document)) throw new Error(`kept report ${id} does not fit the contract`)
  return document
}

export const stateOf = ({ state }: Pick<DraftRow, 'state'>): ReportState =>
  Value.Check(ReportState, state) ? state : 'writing'

const kindOf = (kind: string): OutlineKind => (Value.Check(OutlineKind, kind) ? kind : 'self_evaluation')

export interface EntryFacts {
  /** A later run of the same pack and year. */
  readonly newerRun: string | undefined
  readonly waitsForMe: boolean
}

/** A draft as lists show it. */
export function presentEntry(row: Omit<DraftRow, 'content'>, { newerRun, waitsForMe }: EntryFacts): ReportEntry {
  return {
    county: row.county_code,
    report: row.report_id,
    title: oneLine(row.title),
    kind: kindOf(row.kind),
    subject_name: row.subject_name,
    pack_title: row.pack_title,
    year: row.year,
    state: stateOf(row),
    state_by: row.state_by,
    state_at: row.state_at,
    open_marks: row.open_marks,
    waits_for_me: waitsForMe,
    saved_by: row.saved_name,
    saved_at: row.saved_at,
    run: row.run_id,
    ...(newerRun !== undefined && { newer_run: newerRun }),
  }
}
