import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import { caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { keepCasePaper, roomFor, takeIn } from '../../../archive/index.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { cleanImage } from '../../../platform/images/clean-image.ts'
import { type CaseActing, linesFor } from '../acting.ts'
import { type CaseKey, getHoldings, type StoredHolding } from '../store/holding-row.ts'
import type { Attaching } from './attach-file.ts'
import { once, readWhole } from './sent-bytes.ts'

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
  const room = await door.read(caller, (ctx) => roomFor(ctx, key.county, unit))
  const sent = await readWhole(content, MEGABYTES)
  const file = await takeIn(files, name, once(cleanImage(sent) ?? sent), room)
  const paper = randomUUID()
  try {
    await files.place(key.county, file)
    await door.write(caller, async (ctx) => {
      await reaching(ctx, [areaPath(key.county)], () =>
        keepCasePaper(ctx, {
          county: key.county,
          case: key.case,
          unit,
          file,
          paper,
          particulars: { title: caseFileTitles.proof, made_on: dayOf(ctx.now) },
        }),
      )
      ctx.audit({
        action: 'enrolment.file_proof',
        subject: `${own.township_name}${maskName(own.child_name)}`,
        detail: { case: key.case, bytes: file.bytes },
      })
    })
    return paper
  } finally {
    await files.drop(file)
  }
}

/** The holding for which somebody acts: nobody files with a case that is not theirs to work on. */
function actingHolder(reached: readonly [StoredHolding, ...StoredHolding[]], grants: CaseActing['grants']) {
  const [first] = reached
  if (first.until_on !== null) throw new AppError('enrolment.case_left', { day: first.until_on })
  const lines = linesFor({ grants }, reached)
  if (lines.length === 0) throw new AppError('enrolment.proof_of_other')
  return reached.find(({ until_on: until, line }) => until === null && lines.includes(line)) ?? first
}
