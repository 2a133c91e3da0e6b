import type { Value } from '../formula/index.ts'
import type { EffectView } from './assessment.ts'
import { causeViews } from './cause-view.ts'
import type { Evaluation } from './evaluation.ts'
import { COUNTY } from './grains.ts'
import { shownValue } from './show.ts'

function effectState(truth: Value): EffectView['state'] {
  if (truth.content === true) return 'struck'
  if (truth.status === 'error') return 'error'
  return truth.status === 'missing' ? 'undecided' : 'clear'
}

/** Vetoes, downgrades and caps, each on its own: never averaged away. */
export function effectViews(evaluation: Evaluation): EffectView[] {
  return (evaluation.plan.pack.effects ?? []).map((effect) => {
    const truth = evaluation.effectTruth(effect.id)
    const grounds =
      effect.grounds === undefined
        ? undefined
        : evaluation.plan.program(COUNTY, effect.grounds, 'text').run(evaluation.county())
    return {
      id: effect.id,
      ...(effect.no === undefined ? {} : { no: effect.no }),
      kind: effect.kind,
      title: effect.title,
      state: effectState(truth),
      ...(grounds?.content === undefined ? {} : { grounds: shownValue(grounds, undefined) }),
      causes: causeViews(evaluation.data, truth.causes),
      basis: effect.basis,
      verified: effect.verified,
    }
  })
}
