import { layOutLetter } from '@eduduty/core/appraisal'
import { writeReport } from '../../platform/docx/write-report.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { fixedZip } from '../../platform/fixed-zip.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { getAppraisal, nameOf } from '../store/get-appraisal.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { nameOfSet } from './publish-ranking.ts'
import { findLetter, type KeptLetter, readLetters } from './read-letters.ts'
import { readRanking } from './read-ranking.ts'
import type { YearlyKey } from './yearly-key.ts'

export interface LetterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The newest letter of a unit as docx, as it was issued. Errors: `appraisal.not_found`, `appraisal.no_letter`. */
export async function writeLetter({ ctx }: Acting, key: AppraisalKey): Promise<LetterFile> {
  const appraisal = await getAppraisal(ctx, key)
  const letter = await findLetter(ctx, key)
  if (letter === undefined) throw new AppError('appraisal.no_letter', { unit: appraisal.row.subject_name })
  ctx.audit({ action: 'appraisal.download_letters', subject: nameOf(appraisal), detail: { number: letter.number } })
  return fileOf(letter)
}

/** The newest letters of a set in one zip. Errors: those of a ranking, `appraisal.no_letters`. */
export async function writeLetters(acting: Acting, key: YearlyKey): Promise<LetterFile> {
  const { ranking } = await readRanking(acting, key)
  const letters = await readLetters(acting.ctx, key)
  if (letters.length === 0) throw new AppError('appraisal.no_letters')
  const files = new Map<string, Uint8Array>()
  for (const letter of letters) {
    const { name, bytes } = await fileOf(letter)
    files.set(name, bytes)
  }
  const subject = nameOfSet(ranking)
  acting.ctx.audit({ action: 'appraisal.download_letters', subject, detail: { letters: files.size } })
  return { name: `${subject}结果通知书.zip`, bytes: fixedZip(files) }
}

async function fileOf({ content, number, dated_on: dated }: KeptLetter): Promise<LetterFile> {
  const name = `${number} ${content.unit}考核结果通知书.docx`.replace(/[\\/:*?"<>|]/g, '_')
  return { name, bytes: await writeReport(layOutLetter(content, number, name), dated) }
}
