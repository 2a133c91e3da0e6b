import { failed, missing, notApplicable, type Value } from '../formula/index.ts'
import type { State } from './assessment.ts'

/** The light of one judged value, with what it was judged on. */
export interface Judgement {
  readonly state: State
  /** Truth of the comparison (or of a truth-valued formula). */
  readonly truth: Value
  /** The number of the standard, where there is one. */
  readonly limit: Value | undefined
}

/** The light that a truth gives: known or doubtful decides, 未报 leaves it open. */
export function stateOfTruth(truth: Value): State {
  switch (truth.status) {
    case 'known':
    case 'doubtful':
      return truth.content === true ? 'met' : truth.content === false ? 'unmet' : 'error'
    case 'missing':
      return 'undecided'
    case 'not_applicable':
      return 'not_applicable'
    case 'error':
      return 'error'
  }
}

/** Kleene's "all", with 不适用 left out: one unmet decides; an error is louder than an open question. */
export function allOf(states: Iterable<State>): State {
  const seen = new Set(states)
  if (seen.has('unmet')) return 'unmet'
  if (seen.has('error')) return 'error'
  if (seen.has('undecided')) return 'undecided'
  return seen.has('met') ? 'met' : 'not_applicable'
}

/** Kleene's "all" over truths, keeping the causes of what is open. */
export function allTrue(truths: readonly Value[]): Value {
  const state = allOf(truths.map(stateOfTruth))
  const wanted = truths.filter((truth) => stateOfTruth(truth) === state)
  const causes = [...new Set(wanted.flatMap((truth) => truth.causes))]
  switch (state) {
    case 'met':
    case 'unmet': {
      const content = state === 'met'
      const solid =
        state === 'met'
          ? wanted.every((truth) => truth.status === 'known')
          : wanted.some((truth) => truth.status === 'known')
      return solid ? { status: 'known', content, causes: [] } : { status: 'doubtful', content, causes }
    }
    case 'undecided':
      return missing(causes)
    case 'not_applicable':
      return notApplicable(causes)
    case 'error':
      return failed(causes)
  }
}

const NO_LIGHT: Value = notApplicable([{ code: 'not_judged', message: '此项只供参考，不作判断' }])

/** 达标 as a value of the formula language. */
export function metValue(judgement: Judgement | undefined): Value {
  if (judgement === undefined) return NO_LIGHT
  return judgement.truth
}
