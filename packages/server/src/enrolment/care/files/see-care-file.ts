import type { Ctx } from '../../../platform/ctx.ts'
import type { PictureRow } from '../../pictures/picture-row.ts'
import { seePicture } from '../../pictures/see-picture.ts'
import { type ChildKey, getCopies } from '../store/child-row.ts'
import { readCareFiles } from './care-files.ts'

/**
 * A picture of a visit to a child in care, for whoever holds the child. Errors: `enrolment.care_child_not_found`,
 * `enrolment.file_not_found`.
 */
export async function seeCareFile(
  ctx: Ctx,
  { file, ...key }: ChildKey & { readonly file: string },
): Promise<PictureRow> {
  const [own] = await getCopies(ctx, key)
  const files = await readCareFiles(ctx.db, key)
  return seePicture(ctx, { subject: { kind: 'care_child', id: key.child }, own, files, file })
}
