import type { Ctx } from '../../../platform/ctx.ts'
import { getRecordToPicture } from '../../pictures/may-add-picture.ts'
import { type Attaching, type FoundRecord, type SentPicture, takePicture } from '../../pictures/take-picture.ts'
import { getDefinition } from '../definitions/keep-definition.ts'
import { readEvents } from '../store/event-row.ts'
import { type CaseKey, getHoldings, lockHolders, type StoredHolding } from '../store/holding-row.ts'
import { insertCaseFiles, readCaseFiles } from './case-files.ts'
import { takesPictures } from './takes-pictures.ts'

/** Which record of which case. */
export interface RecordOfCase extends CaseKey {
  readonly record: string
}

/**
 * Adds a picture or a signature to a visit of a case. Errors: `enrolment.case_not_found`, `enrolment.record_not_found`, those
 * of `takePicture`.
 */
export function attachFile(attaching: Attaching, key: RecordOfCase, sent: SentPicture): Promise<string> {
  return takePicture<StoredHolding>(
    attaching,
    {
      county: key.county,
      subject: { kind: 'case', id: key.case },
      find: (ctx) => findRecord(ctx, key),
      lock: (ctx) => lockHolders(ctx, key),
      insert: (ctx, rows, no) => insertCaseFiles(ctx, key, no, rows),
    },
    sent,
  )
}

async function findRecord(ctx: Ctx, key: RecordOfCase): Promise<FoundRecord<StoredHolding>> {
  const [own] = await getHoldings(ctx, key)
  const { casework } = await getDefinition(ctx.db, key.county, own.content_hash)
  const visits = (await readEvents(ctx.db, key)).filter((event) => takesPictures(casework, event))
  const { event_no: no, on_day: on, line } = getRecordToPicture(ctx, own, visits, key.record)
  return { own, no, on, files: await readCaseFiles(ctx.db, own), isWriter: (copy) => copy.line === line }
}
