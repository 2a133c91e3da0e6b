import type { Passage } from '../../extract/find-claims.ts'
import { stageTotals } from '../../extract/stage-totals.ts'
import type { Question } from '../relation.ts'
import { bothStages } from './both-stages.ts'
import { stageAverages } from './stage-averages.ts'
import { stageProducts } from './stage-products.ts'
import { stageRatios } from './stage-ratios.ts'
import { stageRepeats } from './stage-repeats.ts'
import { stageShares } from './stage-shares.ts'
import { stageSums } from './stage-sums.ts'
import { stageWholes } from './stage-wholes.ts'

/** What a report tells of its stages, wherever; `passages` holds the cells of its tables, too. */
export function saidOfStages(prose: readonly Passage[], passages: readonly Passage[]): readonly Question[] {
  const totals = stageTotals(passages)
  return [
    ...stageSums(prose),
    ...stageAverages(prose),
    ...bothStages(prose),
    ...stageRatios(prose, totals),
    ...stageWholes(passages, totals),
    ...stageShares(prose, totals),
    ...stageProducts(prose, totals),
    ...stageRepeats(totals),
  ]
}
