import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import { caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { fileElsewhere, keepChildPaper, type TakenFile } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { cleanImage } from '../../../platform/images/clean-image.ts'
import { once, readWhole } from '../../pictures/sent-bytes.ts'
import type { Attaching } from '../../pictures/take-picture.ts'
import { type CaseActing, linesFor } from '../acting.ts'
import { type CaseKey, getHoldings, type StoredHolding } from '../store/holding-row.ts'

/** A scan of a few pages. */
const MEGABYTES = 20

interface SentProof {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

interface Filing extends Attaching {
  readonly grants: CaseActing['grants']
}

/**
 * Files a certificate with a case, before the step that it proves names it; a picture without what the camera wrote beside
 * it. Errors: `enrolment.case_not_found`, `enrolment.case_left`, `enrolment.proof_of_other`, `enrolment.file_too_large`,
 * those of uploads.
 */
export async function fileProof(filing: Filing, key: CaseKey, { name, content }: SentProof): Promise<string> {
  const { door, files, caller, grants } = filing
  const own = await door.read(caller, async (ctx) => actingHolder(await getHoldings(ctx, key), grants))
  const unit = { ...own, name: own.unit_name }
  const sent = await readWhole(content, MEGABYTES)
  // Words of a case's papers are not read out: nobody searches them.
  const receiving = { door, files, caller, county: key.county, onText: () => undefined }
  return fileElsewhere(receiving, {
    unit,
    name,
    content: once(cleanImage(sent) ?? sent),
    keep: (ctx, file) => keepProof(ctx, own, file),
  })
}

async function keepProof(ctx: Ctx, own: StoredHolding, file: TakenFile): Promise<string> {
  const { county_code: county, case_id: id } = own
  const paper = randomUUID()
  await reaching(ctx, [areaPath(county)], () =>
    keepChildPaper(ctx, {
      county,
      subject: { kind: 'case', id },
      unit: { ...own, name: own.unit_name },
      file,
      paper,
      particulars: { title: caseFileTitles.proof, made_on: dayOf(ctx.now) },
    }),
  )
  ctx.audit({
    action: 'enrolment.file_proof',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { case: id, bytes: file.bytes },
  })
  return paper
}

/** The holding for which somebody acts: nobody files with a case that is not theirs to work on. */
function actingHolder(reached: readonly [StoredHolding, ...StoredHolding[]], grants: CaseActing['grants']) {
  const [first] = reached
  if (first.until_on !== null) throw new AppError('enrolment.case_left', { day: first.until_on })
  const lines = linesFor({ grants }, reached)
  if (lines.length === 0) throw new AppError('enrolment.proof_of_other')
  return reached.find(({ until_on: until, line }) => until === null && lines.includes(line)) ?? first
}
