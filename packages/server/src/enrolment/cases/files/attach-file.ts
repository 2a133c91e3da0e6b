import { randomUUID } from 'node:crypto'
import { CASE_FILE_DAYS, CASE_FILES_MOST, type CaseFileQuery, caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { keepCasePaper, roomFor, type TakenFile, takeIn } from '../../../archive/index.ts'
import type { Caller, Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { Door } from '../../../platform/door.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { cleanImage } from '../../../platform/images/clean-image.ts'
import { getDefinition } from '../definitions/keep-definition.ts'
import { readEvents, type StoredEvent } from '../store/event-row.ts'
import { type CaseKey, getHoldings, lockHolders, type StoredHolding } from '../store/holding-row.ts'
import { readCaseFiles } from './case-file-row.ts'
import { mayAttach } from './may-attach.ts'
import { once, readWhole } from './sent-bytes.ts'

export interface Attaching {
  readonly door: Door
  readonly files: FileStore
  readonly caller: Caller
}

/** Which record of which case. */
export interface RecordOfCase extends CaseKey {
  readonly record: string
}

interface SentPicture extends CaseFileQuery {
  readonly content: AsyncIterable<Uint8Array>
}

/** A photograph of a telephone has some four megabytes; the page makes it smaller. */
const MEGABYTES = 10

/**
 * Adds a picture or a signature to a visit, for all who hold the child; without what the camera wrote beside it. The same
 * one sent again is there once. Errors: `enrolment.case_not_found`, `enrolment.record_not_found`, `enrolment.files_full`,
 * `enrolment.file_not_image`, `enrolment.file_too_large`, those of uploads.
 */
export async function attachFile(attaching: Attaching, key: RecordOfCase, sent: SentPicture): Promise<string> {
  const { door, files, caller } = attaching
  const room = await door.read(caller, async (ctx) => {
    const [own] = await getHoldings(ctx, key)
    await getRecord(ctx, key, own)
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

async function keepFile(ctx: Ctx, key: RecordOfCase, { kind }: CaseFileQuery, file: TakenFile): Promise<string> {
  const holders = await lockHolders(ctx, key)
  const [own] = await getHoldings(ctx, key)
  const event = await getRecord(ctx, key, own)
  const there = (await readCaseFiles(ctx.db, key)).filter(({ event_no: no }) => no === event.event_no)
  const same = there.find(({ sha256 }) => sha256 === file.sha256)
  if (same !== undefined) return same.file_id
  if (there.length >= CASE_FILES_MOST) throw new AppError('enrolment.files_full', { most: CASE_FILES_MOST })
  const id = randomUUID()
  const keeper = holders.find(({ line }) => line === event.line) ?? own
  await reaching(ctx, [areaPath(key.county)], async () => {
    await keepCasePaper(ctx, {
      county: key.county,
      unit: { ...keeper, name: keeper.unit_name },
      file,
      case: key.case,
      paper: id,
      particulars: { title: `${caseFileTitles[kind]}（${event.on_day}）`, kind: 'photo', made_on: event.on_day },
    })
    await ctx.db.kysely
      .insertInto('enrolment_case_files')
      .values(
        holders.map(({ holding_no, org_path }) => ({
          county_code: key.county,
          case_id: key.case,
          holding_no,
          file_id: id,
          org_path,
          event_no: event.event_no,
          kind,
          media: file.media,
          bytes: file.bytes,
          sha256: file.sha256,
          person_name: ctx.actor.name,
          added_at: ctx.now,
        })),
      )
      .execute()
  })
  ctx.audit({
    action: 'enrolment.attach_file',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { case: key.case, kind, bytes: file.bytes },
  })
  return id
}

async function getRecord(ctx: Ctx, key: RecordOfCase, own: StoredHolding): Promise<StoredEvent> {
  const { casework } = await getDefinition(ctx.db, key.county, own.content_hash)
  const event = (await readEvents(ctx.db, key)).find(({ record_key: one }) => one === key.record)
  if (event === undefined || own.until_on !== null || !mayAttach(ctx, casework, event))
    throw new AppError('enrolment.record_not_found', { days: CASE_FILE_DAYS })
  return event
}
