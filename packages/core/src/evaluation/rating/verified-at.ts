import { known, type Value } from '../../formula/index.ts'
import type { Indicator } from '../../packs/index.ts'
import type { EvaluatedYear } from '../evaluated-year.ts'
import type { Judgement } from '../judge.ts'
import type { NodePlan } from '../plan-node.ts'
import type { Standing } from './climb-ladder.ts'
import type { VerifiedRating } from './verified-items.ts'

/** What people made of an item at a subject; undefined where nobody rated it. */
export function verifiedAt(evaluation: EvaluatedYear, node: NodePlan, index: number): VerifiedRating | undefined {
  const { verified } = evaluation.options
  if (verified === undefined || node.indicator === undefined) return undefined
  return verified.find(node.id, evaluation.subjects(node.grain).subjects[index]?.id ?? '')
}

/** The light that a verified level gives: met down to the level that the item's own standard stands at. */
export function judgedByLevel(node: NodePlan, given: VerifiedRating | undefined): Judgement | undefined {
  const { indicator, levels = [] } = node
  const rung = levels.findIndex(({ title }) => title === given?.level)
  if (indicator?.standard === undefined || rung === -1) return undefined
  const isMet = rung <= passingRung(indicator)
  return { state: isMet ? 'met' : 'unmet', truth: known(isMet), limit: undefined }
}

/** The lowest level that still is 达标; the best one where no level repeats the item's standard. */
function passingRung({ levels = [], standard }: Indicator): number {
  const wanted = JSON.stringify(standard)
  return Math.max(
    0,
    levels.findIndex((level) => JSON.stringify(level.standard) === wanted),
  )
}

export function standingOfLevel(node: NodePlan, given: VerifiedRating | undefined): Standing | undefined {
  const rung = (node.levels ?? []).findIndex(({ title }) => title === given?.level)
  return rung === -1 ? undefined : { possible: [rung], causes: [], isBroken: false }
}

export const verifiedPoints = (given: VerifiedRating | undefined): Value | undefined =>
  given?.points === undefined ? undefined : known(given.points)
