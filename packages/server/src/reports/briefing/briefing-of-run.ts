import { layOutBriefing, tracedFigures } from '@eduduty/core/documents'
import type { Assessment } from '@eduduty/core/evaluation'
import type { RunKey } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { readAssessment, readTraces } from '../read-assessment.ts'

/** What the book from which departments prepare says, and what its file is called. Errors: `evaluation.run_not_found`. */
export async function briefingOfRun(db: Queries, key: RunKey) {
  const assessment = await readAssessment(db, key)
  const traces = await readTraces(db, key, tracedFigures(assessment))
  return { run: assessment.run, name: nameOf(assessment.run), model: layOutBriefing(assessment, traces) }
}

const nameOf = ({ county, year }: Assessment['run']): string => `${county.name}${year}年-部门备答手册`
