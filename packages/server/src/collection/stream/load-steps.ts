import type { Ctx } from '../../platform/ctx.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { fileIdOf } from '../files/file-id.ts'
import type { RosterFile } from './roster-file.ts'
import type { OpenedFile, StreamSummary } from './stream-protocol.ts'

/** One import under way: the submission it makes, and what it is made of. */
export interface Load {
  /** Of the submission. */
  readonly id: string
  readonly file: RosterFile
}

/** Keeps the file and begins the submission; nobody counts it before it is published. */
export async function openLoad(ctx: Ctx, { id, file }: Load, opened: OpenedFile): Promise<void> {
  const { county, unit, name, pack, register, year } = file
  const fileId = fileIdOf({ name, sha256: opened.sha256 })
  await ctx.db.kysely
    .insertInto('collection_files')
    .values({
      county_code: county,
      org_path: unit.path,
      file_id: fileId,
      name,
      sha256: opened.sha256,
      bytes: Math.min(opened.bytes, 2 ** 31 - 1),
      kind: opened.type,
      status: 'read',
      read_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.db.kysely
    .insertInto('collection_submissions')
    .values({
      county_code: county,
      org_path: unit.path,
      submission_id: id,
      pack_id: pack.pack.id,
      register: register.id,
      unit_code: unit.code,
      unit_name: unit.name,
      year,
      status: 'loading',
      supersedes: file.supersedes ?? null,
      task_id: file.taskId ?? null,
      file_id: fileId,
      created_at: ctx.now,
    })
    .execute()
}

/** Makes the submission count, all of it at once. */
export async function publishLoad(ctx: Ctx, { id, file }: Load, summary: StreamSummary): Promise<void> {
  const { takenBack } = summary
  if (takenBack.length > 0)
    await ctx.db.run(
      `delete from ${quoteName(file.table)} where county_code = $1 and submission_id = $2
       and (sheet_no, source_row) in (select * from unnest($3::integer[], $4::integer[]))`,
      [file.county, id, takenBack.map(({ sheet }) => sheet), takenBack.map(({ line }) => line)],
    )
  await ctx.db.kysely
    .updateTable('collection_submissions')
    .set({ status: file.status })
    .where('county_code', '=', file.county)
    .where('submission_id', '=', id)
    .execute()
  const wrong = summary.counts.reduce((sum, { level, count }) => sum + (level === 'error' ? count : 0), 0)
  ctx.audit({
    action: 'collection.load_register',
    subject: `${file.unit.name}：${file.register.title}`,
    detail: { file: file.name, register: file.register.id, year: file.year, rows: summary.rows, wrong },
  })
}

/** Takes away what a load that did not come to its end has stored. */
export async function dropLoad(ctx: Ctx, { id, file }: Load): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('collection_submissions')
    .where('county_code', '=', file.county)
    .where('submission_id', '=', id)
    .execute()
}
