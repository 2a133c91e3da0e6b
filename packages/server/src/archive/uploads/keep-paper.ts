import { randomUUID } from 'node:crypto'
import { type Particulars, shownName, titleOfFile } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import type { UnitEntry } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { noteEvents } from '../note-events.ts'
import { keepLinks } from '../papers/link-paper.ts'
import { getPaper, type StoredPaper } from '../papers/paper-row.ts'
import type { PaperSubject } from '../papers/paper-subject.ts'
import { markContent } from '../sweep/mark-content.ts'
import { hasText } from '../texts/has-text.ts'
import type { TakenFile } from './take-in.ts'

/** Who keeps a paper. */
export type PaperUnit = Pick<UnitEntry, 'org_path' | 'unit_id' | 'name'>

export interface KeptPaper {
  readonly row: StoredPaper
  /** It had been there already, within the caller's reach. */
  readonly isKnown: boolean
}

/** What is known of a paper when it is kept; `lacks`: what whoever sent it still has to write. */
export type KnownOfPaper = Partial<Particulars> & { readonly lacks?: string }

/** Makes a paper of a file, or finds the one that has the same content; `need`: put to use at once; `particulars`: known already. */
export async function keepPaper(
  ctx: Ctx,
  county: string,
  unit: PaperUnit,
  file: TakenFile,
  need: string | undefined,
  particulars: KnownOfPaper = {},
): Promise<KeptPaper> {
  const known = await findSame(ctx, county, file.sha256)
  const row = known ?? (await makePaper(ctx, { county, unit, file, particulars }))
  // The same content has just come in whole: whatever had been damaged is sound again.
  await markContent(ctx, county, file.sha256, false)
  if (need !== undefined) await keepLinks(ctx, row, [need])
  return { row, isKnown: known !== undefined }
}

/** Of papers out of reach nothing is told: for their reader the file is new. */
async function findSame(ctx: Ctx, county: string, sha256: string): Promise<StoredPaper | undefined> {
  const [same] = await ctx.db.run<{ paper_id: string }>(
    `select paper_id from archive_papers where county_code = $1 and sha256 = $2 and withdrawn_at is null and subject_id is null
     order by uploaded_at limit 1`,
    [county, sha256],
  )
  return same === undefined ? undefined : getPaper(ctx, { county, paper: same.paper_id })
}

export interface NewPaper {
  readonly county: string
  readonly unit: PaperUnit
  readonly file: TakenFile
  readonly particulars: KnownOfPaper
  /** A paper of a child has the id by which its subject knows it, and its text is not searched. */
  readonly ofChild?: { readonly subject: PaperSubject; readonly paper: string }
}

export async function makePaper(
  ctx: Ctx,
  { county, unit, file, particulars, ofChild }: NewPaper,
): Promise<StoredPaper> {
  const paper = ofChild?.paper ?? randomUUID()
  const name = shownName(file.name)
  const title = particulars.title ?? titleOfFile(file.name)
  await ctx.db.kysely
    .insertInto('archive_papers')
    .values({
      county_code: county,
      paper_id: paper,
      org_path: unit.org_path,
      unit_id: unit.unit_id,
      unit_name: unit.name,
      title,
      kind: file.media.startsWith('image/') ? 'photo' : 'other',
      version_no: 1,
      file_name: name,
      media: file.media,
      bytes: file.bytes,
      sha256: file.sha256,
      provided_by: ctx.actor.id,
      uploaded_by: ctx.actor.name,
      uploaded_at: ctx.now,
      filed_on: dayOf(ctx.now),
      ...particulars,
      subject_kind: ofChild?.subject.kind ?? null,
      subject_id: ofChild?.subject.id ?? null,
    })
    .execute()
  await keepVersion(ctx, { county, paper, path: unit.org_path, version: 1 }, file, ofChild === undefined)
  await noteEvents(ctx, county, [{ subject: 'paper', id: paper, path: unit.org_path, deed: 'upload', says: name }])
  ctx.audit({ action: 'archive.upload', subject: `${unit.name}“${title}”`, detail: { bytes: file.bytes } })
  return getPaper(ctx, { county, paper })
}

interface VersionPlace {
  readonly county: string
  readonly paper: string
  readonly path: string
  readonly version: number
}

export async function keepVersion(ctx: Ctx, place: VersionPlace, file: TakenFile, isRead = true): Promise<void> {
  await ctx.db.kysely
    .insertInto('archive_versions')
    .values({
      county_code: place.county,
      paper_id: place.paper,
      version_no: place.version,
      org_path: place.path,
      file_name: shownName(file.name),
      media: file.media,
      bytes: file.bytes,
      sha256: file.sha256,
      sm3: file.sm3,
      text_state: isRead && hasText(file.media) ? 'waiting' : 'none',
      uploaded_by: ctx.actor.name,
      uploaded_at: ctx.now,
    })
    .execute()
}
