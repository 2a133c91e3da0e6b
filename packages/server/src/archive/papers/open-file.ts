import { needsReason, personalClassTitles } from '@eduduty/core/archive'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { type Acting, mayFor } from '../acting.ts'
import { getPaper, type PaperKey, particularsOf } from './paper-row.ts'

export interface OpenedFile {
  readonly title: string
  readonly file_name: string
  readonly media: string
  readonly sha256: string
}

export interface Opening extends PaperKey, Pick<Acting, 'grants'> {
  readonly version: number
  /** Why somebody has to see it; asked for where children's or sensitive data stand in it. */
  readonly reason: string
}

/**
 * A version that is about to be read. Who reads persons' data is recorded; of children and of sensitive kind only with a
 * reason. Errors: `archive.paper_not_found`, `archive.version_not_found`, `archive.reason_to_read`, `archive.file_lost`,
 * `archive.case_paper_closed`.
 */
export async function openFile(door: Door, files: FileStore, caller: Caller, opening: Opening): Promise<OpenedFile> {
  const { row, version } = await door.read(caller, (ctx) => findVersion(ctx, opening))
  const particulars = particularsOf(row)
  const { personal, title } = particulars
  if (row.subject !== null && !mayFor(opening, 'enrolment.read', row.org_path))
    throw new AppError('archive.case_paper_closed', { title })
  const reason = opening.reason.trim()
  if (reason === '' && needsReason(particulars))
    throw new AppError('archive.reason_to_read', { title, class: personalClassTitles[personal] })
  if (!(await files.has(opening.county, version.sha256))) throw new AppError('archive.file_lost', { title })
  if (personal !== 'none')
    await door.record(caller, {
      action: 'archive.download',
      subject: `${row.unit_name}“${title}”`,
      detail: { version: opening.version, personal: personalClassTitles[personal] },
      ...(reason !== '' && { reason }),
    })
  return { title, ...version }
}

async function findVersion(ctx: Ctx, { county, paper, version: no }: Opening) {
  const row = await getPaper(ctx, { county, paper })
  const [version] = await ctx.db.run<Omit<OpenedFile, 'title'>>(
    `select file_name, media, sha256 from archive_versions
     where county_code = $1 and paper_id = $2 and version_no = $3`,
    [county, paper, no],
  )
  if (version === undefined) throw new AppError('archive.version_not_found')
  return { row, version }
}
