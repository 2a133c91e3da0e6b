import type { State } from '../assessment.ts'
import type { Evaluation } from '../evaluation.ts'
import { stateOfTruth } from '../judge.ts'
import type { LiveAnswer } from './live-contract.ts'

/** The verdict with the lights of all sections and items, without the figures. */
export function liveLights(evaluation: Evaluation): Pick<LiveAnswer, 'verdict' | 'sections'> {
  const { pack } = evaluation.plan
  const stateAt = (id: string): State => {
    const node = evaluation.plan.node(id)
    return node === undefined ? 'error' : stateOfTruth(evaluation.met(node, evaluation.county()))
  }
  return {
    verdict: { title: pack.verdict?.title ?? pack.pack.title, state: stateOfTruth(evaluation.outcome()) },
    sections: (pack.sections ?? []).map(({ id, title, items }) => ({
      id,
      title,
      state: stateOfTruth(evaluation.sectionTruth(id)),
      items: items.map((indicator) => ({
        indicator,
        title: evaluation.plan.node(indicator)?.node.title ?? indicator,
        state: stateAt(indicator),
      })),
    })),
  }
}
