import type { Ctx } from '../../../platform/ctx.ts'
import { getRecordToPicture } from '../../pictures/may-add-picture.ts'
import { type Attaching, type FoundRecord, type SentPicture, takePicture } from '../../pictures/take-picture.ts'
import { type ChildKey, getCopies, lockCopies, type StoredChild } from '../store/child-row.ts'
import { insertCareFiles, readCareFiles, readPictured } from './care-files.ts'

/** Which visit to which child. */
export interface VisitOfChild extends ChildKey {
  readonly record: string
}

/**
 * Adds a picture or a signature to a visit to a child in care. Errors: `enrolment.care_child_not_found`,
 * `enrolment.record_not_found`, those of `takePicture`.
 */
export function attachCareFile(attaching: Attaching, key: VisitOfChild, sent: SentPicture): Promise<string> {
  return takePicture<StoredChild>(
    attaching,
    {
      county: key.county,
      subject: { kind: 'care_child', id: key.child },
      find: (ctx) => findVisit(ctx, key),
      lock: async (ctx) => (await lockCopies(ctx, key)).filter(({ until_on: until }) => until === null),
      insert: (ctx, rows, no) => insertCareFiles(ctx, key, no, rows),
    },
    sent,
  )
}

async function findVisit(ctx: Ctx, key: VisitOfChild): Promise<FoundRecord<StoredChild>> {
  const [own] = await getCopies(ctx, key)
  const visit = getRecordToPicture(ctx, own, await readPictured(ctx.db, key), key.record)
  const { record_no: no, on_day: on, unit_name: unit } = visit
  return { own, no, on, files: await readCareFiles(ctx.db, key), isWriter: (copy) => copy.unit_name === unit }
}
