import { layOutBriefing, remediesOf, tracedFigures } from '@eduduty/core/documents'
import type { Assessment } from '@eduduty/core/evaluation'
import { openRun, type RunKey } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readAssessment, readTraces } from '../read-assessment.ts'

/** What the book from which departments prepare says, and what its file is called. Errors: `evaluation.run_not_found`. */
export async function briefingOfRun(db: Queries, key: RunKey) {
  const assessment = await readAssessment(db, key)
  const traces = await readTraces(db, key, tracedFigures(assessment))
  const model = layOutBriefing(assessment, traces, await findRemedies(db, key))
  return { run: assessment.run, name: nameOf(assessment.run), model }
}

/** None where the run cannot be computed once more: the book then tells the gaps alone. */
async function findRemedies(db: Queries, key: RunKey): Promise<ReadonlyMap<string, string>> {
  try {
    return remediesOf((await openRun({ db }, key)).evaluate())
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}

const nameOf = ({ county, year }: Assessment['run']): string => `${county.name}${year}年-部门备答手册`
