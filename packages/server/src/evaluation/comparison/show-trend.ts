import { compareSides, parseFigureId, type TrendAnswer } from '@eduduty/core/evaluation'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RunKey } from '../find-run.ts'
import { historyYears, type KeptYear, listRunsOfYears, nodesOf, readKept, sideOf } from './kept-years.ts'

/**
 * One figure over the years: what was evaluated then, else what this run read of that year. Errors:
 * `evaluation.figure_not_found`.
 */
export async function showTrend(db: Queries, key: RunKey, figure: string): Promise<TrendAnswer> {
  const here = await readKept(db, key, { figures: [figure] })
  if (!here.figures.has(figure)) throw new AppError('evaluation.figure_not_found', { figure })
  const { pack } = here.assessment.run
  const others = await listRunsOfYears(db, key, { packId: pack.id, year: here.year })
  const years = new Map<number, KeptYear>(historyYears(here.assessment).map((kept) => [kept.year, kept]))
  for (const { run_id: run } of others) {
    const kept = await readKept(db, { ...key, run }, { figures: [figure] })
    if (kept.figures.has(figure)) years.set(kept.year, kept)
  }
  years.set(here.year, here)
  const node = parseFigureId(figure)?.node ?? figure
  const now = sideOf(here, figure, nodesOf(here.assessment))
  return [...years.values()]
    .toSorted((a, b) => a.year - b.year)
    .flatMap((kept) => {
      const found = kept.figures.get(figure)
      if (found === undefined) return []
      return [
        {
          year: kept.year,
          ...(kept.run !== undefined && kept.run !== key.run && { run: kept.run }),
          figure: found,
          comparability: compareSides(node, sideOf(kept, figure), now),
        },
      ]
    })
}
