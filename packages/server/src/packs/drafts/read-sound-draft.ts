import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { LoadedPack } from '../pack-reading.ts'
import { type DraftKey, getDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { readDrafted } from './read-drafted.ts'

/** The content of a draft without a mistake. Errors: `pack.draft_not_found`, `pack.draft_wrong`. */
export async function readSoundDraft(db: Queries, key: DraftKey): Promise<LoadedPack> {
  await getDraft(db, key)
  const { reading, problems } = await readDrafted(db, await readDraftFiles(db, key))
  const errors = problems.filter(({ warning }) => warning !== true)
  if (reading.loaded === undefined || errors.length > 0)
    throw new AppError('pack.draft_wrong', { count: errors.length })
  return reading.loaded
}
