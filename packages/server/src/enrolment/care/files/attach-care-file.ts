import { randomUUID } from 'node:crypto'
import { CASE_FILE_DAYS, CASE_FILES_MOST, type CaseFileQuery, caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { keepCasePaper, roomFor, type TakenFile, takeIn } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { cleanImage } from '../../../platform/images/clean-image.ts'
import type { Attaching } from '../../cases/files/attach-file.ts'
import { once, readWhole } from '../../cases/files/sent-bytes.ts'
import { type ChildKey, getCopies, lockCopies, type StoredChild } from '../store/child-row.ts'
import { mayPicture, type PicturedVisit, readCareFiles, readPictured } from './care-files.ts'

/** Which visit to which child. */
export interface VisitOfChild extends ChildKey {
  readonly record: string
}

interface SentPicture extends CaseFileQuery {
  readonly content: AsyncIterable<Uint8Array>
}

/** A photograph of a telephone has some four megabytes; the page makes it smaller. */
const MEGABYTES = 10

/**
 * Adds a picture or a signature to a visit, for all who hold the child; without what the camera wrote beside it. The same
 * one sent again is there once. Errors: `enrolment.care_child_not_found`, `enrolment.record_not_found`,
 * `enrolment.files_full`, `enrolment.file_not_image`, `enrolment.file_too_large`, those of uploads.
 */
export async function attachCareFile(attaching: Attaching, key: VisitOfChild, sent: SentPicture): Promise<string> {
  const { door, files, caller } = attaching
  const room = await door.read(caller, async (ctx) => {
    const [own] = await getCopies(ctx, key)
    await getVisit(ctx, key, own)
    return roomFor(ctx, key.county, { org_path: own.org_path, name: own.unit_name })
  })
  const image = cleanImage(await readWhole(sent.content, MEGABYTES))
  if (image === undefined) throw new AppError('enrolment.file_not_image', { name: sent.name })
  const file = await takeIn(files, sent.name, once(image), room)
  try {
    await files.place(key.county, file)
    return await door.write(caller, (ctx) => keepFile(ctx, key, sent, file))
  } finally {
    await files.drop(file)
  }
}

async function keepFile(ctx: Ctx, key: VisitOfChild, { kind }: CaseFileQuery, file: TakenFile): Promise<string> {
  const copies = (await lockCopies(ctx, key)).filter(({ until_on: until }) => until === null)
  const [own] = await getCopies(ctx, key)
  const visit = await getVisit(ctx, key, own)
  const there = (await readCareFiles(ctx.db, key)).filter(({ visit_no: no }) => no === visit.record_no)
  const same = there.find(({ sha256 }) => sha256 === file.sha256)
  if (same !== undefined) return same.file_id
  if (there.length >= CASE_FILES_MOST) throw new AppError('enrolment.files_full', { most: CASE_FILES_MOST })
  const id = randomUUID()
  const keeper = copies.find(({ unit_name: unit }) => unit === visit.unit_name) ?? own
  await reaching(ctx, [areaPath(key.county)], async () => {
    await keepCasePaper(ctx, {
      county: key.county,
      unit: { ...keeper, name: keeper.unit_name },
      file,
      case: key.child,
      isOfCare: true,
      paper: id,
      particulars: { title: `${caseFileTitles[kind]}（${visit.on_day}）`, kind: 'photo', made_on: visit.on_day },
    })
    await insertCopies(ctx, copies, { id, kind, file, visit: visit.record_no })
  })
  ctx.audit({
    action: 'enrolment.attach_file',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, kind, bytes: file.bytes },
  })
  return id
}

interface NewFile {
  readonly id: string
  readonly kind: CaseFileQuery['kind']
  readonly file: TakenFile
  readonly visit: number
}

async function insertCopies(
  { db, actor, now }: Ctx,
  copies: readonly StoredChild[],
  { id, kind, file, visit }: NewFile,
): Promise<void> {
  await db.kysely
    .insertInto('enrolment_care_files')
    .values(
      copies.map(({ county_code, child_id, holding_no, org_path }) => ({
        county_code,
        child_id,
        holding_no,
        file_id: id,
        org_path,
        visit_no: visit,
        kind,
        media: file.media,
        bytes: file.bytes,
        sha256: file.sha256,
        person_name: actor.name,
        added_at: now,
      })),
    )
    .execute()
}

async function getVisit(ctx: Ctx, key: VisitOfChild, own: StoredChild): Promise<PicturedVisit> {
  const visit = (await readPictured(ctx.db, key)).find(({ record_key: one }) => one === key.record)
  if (visit === undefined || own.until_on !== null || !mayPicture(ctx, visit))
    throw new AppError('enrolment.record_not_found', { days: CASE_FILE_DAYS })
  return visit
}
