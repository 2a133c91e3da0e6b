import { randomUUID } from 'node:crypto'
import { CASE_FILES_MOST, type CaseFileQuery, type CasePictureKind, caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { fileElsewhere, keepChildPaper, namedSubject, type PaperSubject, type TakenFile } from '../../archive/index.ts'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { cleanImage } from '../../platform/images/clean-image.ts'
import type { HeldChild } from '../holding/held-child.ts'
import { type PictureCopy, type PictureRow, rowsOfPicture } from './picture-row.ts'
import { once, readWhole } from './sent-bytes.ts'

export interface Attaching {
  readonly door: Door
  readonly files: FileStore
  readonly caller: Caller
}

export interface SentPicture extends CaseFileQuery {
  readonly content: AsyncIterable<Uint8Array>
}

/** A record that takes a picture, as the caller finds it. */
export interface FoundRecord<Copy extends HeldChild> {
  /** The caller's copy of the child. */
  readonly own: Copy
  readonly no: number
  readonly on: string
  /** Of all records of the case or the child. */
  readonly files: readonly Pick<PictureRow, 'file_id' | 'record_no' | 'sha256'>[]
  /** Whether the copy is of the unit that wrote the record: the picture is kept there. */
  readonly isWriter: (copy: Copy) => boolean
}

/** Where a picture goes: what of the child it belongs to, and how that is held, found and written. */
export interface PicturePlace<Copy extends HeldChild> {
  readonly county: string
  readonly subject: PaperSubject
  /** Errors: that the caller does not reach it, or may add nothing to the record. */
  readonly find: (ctx: Ctx) => Promise<FoundRecord<Copy>>
  /** Holds the child against other changes, and gives all copies that units hold now. */
  readonly lock: (ctx: Ctx) => Promise<readonly Copy[]>
  readonly insert: (ctx: Ctx, rows: readonly PictureCopy[], recordNo: number) => Promise<unknown>
}

/** A photograph of a telephone has some four megabytes; the page makes it smaller. */
const MEGABYTES = 10

/**
 * Adds a picture or a signature to a record of a visit, for all who hold the child; without what the camera wrote beside it.
 * The same one sent again is there once. Errors: `enrolment.files_full`, `enrolment.file_not_image`,
 * `enrolment.file_too_large`, those of the place and of uploads.
 */
export async function takePicture<Copy extends HeldChild>(
  { door, files, caller }: Attaching,
  place: PicturePlace<Copy>,
  { kind, name, content }: SentPicture,
): Promise<string> {
  const { own } = await door.read(caller, place.find)
  const image = cleanImage(await readWhole(content, MEGABYTES))
  if (image === undefined) throw new AppError('enrolment.file_not_image', { name })
  // A picture has no words to be read out.
  const receiving = { door, files, caller, county: place.county, onText: () => undefined }
  return fileElsewhere(receiving, {
    unit: { org_path: own.org_path, name: own.unit_name },
    name,
    content: once(image),
    keep: (ctx, file) => keepPicture(ctx, place, kind, file),
  })
}

async function keepPicture<Copy extends HeldChild>(
  ctx: Ctx,
  place: PicturePlace<Copy>,
  kind: CasePictureKind,
  file: TakenFile,
): Promise<string> {
  const holders = await place.lock(ctx)
  const record = await place.find(ctx)
  const there = record.files.filter(({ record_no: no }) => no === record.no)
  const same = there.find(({ sha256 }) => sha256 === file.sha256)
  if (same !== undefined) return same.file_id
  if (there.length >= CASE_FILES_MOST) throw new AppError('enrolment.files_full', { most: CASE_FILES_MOST })
  const id = randomUUID()
  const keeper = holders.find(record.isWriter) ?? record.own
  await reaching(ctx, [areaPath(place.county)], async () => {
    await keepChildPaper(ctx, {
      county: place.county,
      unit: { ...keeper, name: keeper.unit_name },
      file,
      subject: place.subject,
      paper: id,
      particulars: { title: `${caseFileTitles[kind]}（${record.on}）`, kind: 'photo', made_on: record.on },
    })
    await place.insert(ctx, rowsOfPicture(ctx, { id, kind, file }, holders), record.no)
  })
  ctx.audit({
    action: 'enrolment.attach_file',
    subject: `${record.own.township_name}${maskName(record.own.child_name)}`,
    detail: { ...namedSubject(place.subject), kind, bytes: file.bytes },
  })
  return id
}
