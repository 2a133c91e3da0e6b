import type { OwnResult } from '@eduduty/core/evaluation'
import { getAssessment, getRunFacts } from '../find-run.ts'
import type { OwnReader } from './own-reader.ts'
import { getOwnFigures } from './own-run.ts'

/** What an evaluation says of the caller's units. Errors: `evaluation.run_not_found`. */
export async function getOwnResult(reader: OwnReader, run: string): Promise<OwnResult> {
  const { key, figures } = await getOwnFigures(reader, run)
  const [assessment, facts] = await reader.asSystem(key.county, async (db) => [
    await getAssessment(db, key),
    await getRunFacts(db, key),
  ])
  const own = new Set(figures.map(({ subject }) => subject))
  return {
    run: assessment.run,
    status: facts.status,
    created_at: facts.createdAt,
    nodes: assessment.nodes,
    grains: assessment.grains ?? [],
    registers: assessment.registers ?? [],
    subjects: assessment.subjects.filter(({ id }) => own.has(id)),
    figures: [...figures],
  }
}
