import { createHash } from 'node:crypto'
import { type KeptReport, type ReportVersion, ReportVersionReason } from '@eduduty/core/reports'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { contentOf, type DraftRow, getDraft, nameOf, type ReportKey } from './draft-row.ts'
import type { ReportFile } from './write-file.ts'

export interface KeptAs {
  readonly reason: ReportVersion['reason']
  readonly note?: string
  readonly file?: { readonly name: string; readonly content: Uint8Array }
}

/** Adds what the draft is now to its versions. Called under the draft's lock, so numbers have no gaps. */
export async function keepVersion(ctx: Ctx, row: DraftRow, { reason, note = '', file }: KeptAs): Promise<number> {
  const { county_code: county, report_id: report } = row
  const last = await ctx.db.kysely
    .selectFrom('reports_versions')
    .select(sql<number>`coalesce(max(version), 0)`.as('last'))
    .where('county_code', '=', county)
    .where('report_id', '=', report)
    .executeTakeFirstOrThrow()
  const version = Number(last.last) + 1
  await ctx.db.kysely
    .insertInto('reports_versions')
    .values({
      county_code: county,
      report_id: report,
      version,
      org_path: row.org_path,
      run_id: row.run_id,
      reason,
      note,
      content: JSON.stringify(row.content),
      file_name: file?.name ?? null,
      file_content: file === undefined ? null : Buffer.from(file.content),
      sha256: file === undefined ? null : createHash('sha256').update(file.content).digest('hex'),
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      kept_at: ctx.now,
    })
    .execute()
  return version
}

/** Keeps what the draft is now under a name. Errors: `reports.not_found`. */
export async function keepNamedVersion(ctx: Ctx, key: ReportKey, note: string): Promise<void> {
  const row = await getDraft(ctx, key, 'lock')
  await keepVersion(ctx, row, { reason: 'keep', note: note.trim() })
  ctx.audit({ action: 'reports.keep', subject: nameOf(row) })
}

/** All versions of a draft, newest first. */
export async function listVersions({ db }: Pick<Ctx, 'db'>, key: ReportKey): Promise<ReportVersion[]> {
  const rows = await versionsOf(db, key).orderBy('version', 'desc').execute()
  return rows.map(presentVersion)
}

/** One version with its text. Errors: `reports.version_not_found`. */
export async function getVersion({ db }: Pick<Ctx, 'db'>, key: ReportKey, version: number): Promise<KeptReport> {
  const row = await versionsOf(db, key)
    .select(['content', 'report_id'])
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('reports.version_not_found', { version })
  return { ...presentVersion(row), content: contentOf(row) }
}

/** The file that was kept when a version was signed. Errors: `reports.version_not_found`. */
export async function getSignedFile({ db }: Pick<Ctx, 'db'>, key: ReportKey, version: number): Promise<ReportFile> {
  const row = await versionsOf(db, key).select(['file_content']).where('version', '=', version).executeTakeFirst()
  if (!row?.file_content || row.file_name === null) throw new AppError('reports.version_not_found', { version })
  return { name: row.file_name, content: row.file_content }
}

const versionsOf = (db: Ctx['db'], { county, report }: ReportKey) =>
  db.kysely
    .selectFrom('reports_versions')
    .select(['version', 'reason', 'note', 'person_name', 'kept_at', 'run_id', 'file_name'])
    .where('county_code', '=', county)
    .where('report_id', '=', report)

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionsOf>['executeTakeFirstOrThrow']>>

function presentVersion(row: VersionRow): ReportVersion {
  return {
    version: row.version,
    reason: Value.Check(ReportVersionReason, row.reason) ? row.reason : 'keep',
    note: row.note,
    by: row.person_name,
    at: row.kept_at,
    run: row.run_id,
    has_file: row.file_name !== null,
  }
}
