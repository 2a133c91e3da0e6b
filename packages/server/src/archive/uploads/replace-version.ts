import { shownName } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { whyNotAccepted } from '../needs/accepted-kinds.ts'
import { needColumns, type StoredNeed } from '../needs/need-row.ts'
import { noteEvents } from '../note-events.ts'
import { carryToLinks } from '../papers/carry-to-links.ts'
import { getPaper, getPaperForUpdate, type PaperKey } from '../papers/paper-row.ts'
import { markContent } from '../sweep/mark-content.ts'
import { hasText } from '../texts/has-text.ts'
import { keepVersion } from './keep-paper.ts'
import type { Receiving } from './receive-upload.ts'
import { type TakenFile, takeIn } from './take-in.ts'
import { roomFor } from './upload-place.ts'

/**
 * Brings a new version of a paper; the former ones stay, and what was thought of them does not hold for it. A damaged
 * version may be brought again as it was. Errors: `archive.paper_not_found`, `archive.paper_withdrawn`,
 * `archive.file_refused`, `archive.quota_reached`, `archive.same_version`, `archive.kind_not_accepted`, those of the store.
 */
export async function replaceVersion(
  { door, files, caller, county, onText }: Receiving,
  paper: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const room = await door.read(caller, async (ctx) => {
    const row = await getPaper(ctx, { county, paper })
    if (row.withdrawn_at !== null) throw new AppError('archive.paper_withdrawn', { title: row.title })
    return roomFor(ctx, county, { org_path: row.org_path, name: row.unit_name })
  })
  const file = await takeIn(files, name, content, room)
  try {
    await files.place(county, file)
    await door.write(caller, (ctx) => keepNewVersion(ctx, county, paper, file))
    if (hasText(file.media)) onText()
  } finally {
    await files.drop(file)
  }
}

/** Writes the rows of a new version whose file has its place. Errors: `archive.paper_not_found`, `archive.paper_withdrawn`, `archive.same_version`, `archive.kind_not_accepted`. */
export async function keepNewVersion(ctx: Ctx, county: string, paper: string, file: TakenFile): Promise<void> {
  const key = { county, paper }
  const row = await getPaperForUpdate(ctx, key)
  if (row.sha256 === file.sha256 && !row.is_damaged) throw new AppError('archive.same_version')
  for (const need of await needsServed(ctx, key)) {
    const refused = whyNotAccepted(need, shownName(file.name), file.media)
    if (refused !== undefined) throw refused
  }
  const [version, fileName] = [row.version_no + 1, shownName(file.name)]
  await ctx.db.kysely
    .updateTable('archive_papers')
    .set({
      version_no: version,
      file_name: fileName,
      media: file.media,
      bytes: file.bytes,
      sha256: file.sha256,
      is_damaged: false,
      provided_by: ctx.actor.id,
    })
    .where('county_code', '=', county)
    .where('paper_id', '=', paper)
    .execute()
  await keepVersion(ctx, { county, paper, path: row.org_path, version }, file)
  await ctx.db.run('delete from archive_texts where county_code = $1 and paper_id = $2', [county, paper])
  await markContent(ctx, county, file.sha256, false)
  await carryToLinks(ctx, key)
  const says = `第 ${version} 版：${fileName}`
  await noteEvents(ctx, county, [{ subject: 'paper', id: paper, path: row.org_path, deed: 'replace', says }])
  ctx.audit({ action: 'archive.replace', subject: `${row.unit_name}“${row.title}”`, detail: { version } })
}

/** What the paper serves in open catalogues, as far as the caller reaches. */
function needsServed({ db }: Ctx, { county, paper }: PaperKey): Promise<readonly StoredNeed[]> {
  return db.run<StoredNeed>(
    `select ${needColumns} from archive_needs n
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id and c.is_open
     join archive_links l on l.county_code = n.county_code and l.need_id = n.need_id and l.paper_id = $2
     where n.county_code = $1 and n.accepts <> '{}'`,
    [county, paper],
  )
}
