import { type Cause, type Environment, known, missing, type Value } from '../formula/index.ts'
import type { CauseView } from './assessment.ts'
import { reporters } from './cause-view.ts'
import type { Evaluation } from './evaluation.ts'
import { COUNTY } from './grains.ts'
import { openCauses } from './item-view.ts'
import { stateOfTruth } from './judge.ts'
import { isVetoOfVerdict } from './rating/effects-of.ts'
import { symbolId } from './symbol-id.ts'

/** An open part of the verdict: an item, or a veto. */
interface OpenPart {
  readonly id: string
  readonly causes: readonly Cause[]
}

/** So many open parts are tried in every combination; with more, all of them count. */
const TRIED = 8

/**
 * Whose data would decide an open verdict; empty when the verdict stands. Once all of them have reported, it stands.
 * Items: only those that can turn the verdict, proved by trying every outcome of the others (up to `TRIED` of them).
 * Reporters: only those of subjects that their bounds leave open; a subject that is decided asks nobody. What an open
 * reporter will say is not known, so one that turns out not to have mattered may be among them: the set is enough,
 * and no item of it can be left out, but it is not always the smallest set of reporters.
 */
export function decidingReporters(evaluation: Evaluation): CauseView[] {
  if (stateOfTruth(evaluation.outcome()) !== 'undecided') return []
  const parts = openParts(evaluation)
  const items =
    parts.items.length > TRIED ? parts.items : parts.items.filter((part) => matters(evaluation, part, parts.items))
  const verdict = evaluation.verdictTruth()
  const loose = items.length === 0 && verdict.status === 'missing' ? verdict.causes : []
  return reporters(evaluation.data, [...items, ...parts.vetoes].flatMap((part) => part.causes).concat(loose))
}

function openParts(evaluation: Evaluation): {
  readonly items: readonly OpenPart[]
  readonly vetoes: readonly OpenPart[]
} {
  const ids = new Set((evaluation.plan.pack.sections ?? []).flatMap((section) => section.items))
  const items = [...ids].flatMap((id) => {
    const node = evaluation.plan.node(id)
    if (node === undefined || stateOfTruth(evaluation.met(node, evaluation.county())) !== 'undecided') return []
    return [{ id, causes: openCauses(evaluation, node) }]
  })
  const vetoes = (evaluation.plan.pack.effects ?? []).flatMap((effect) => {
    const truth = evaluation.effectTruth(effect.id)
    return isVetoOfVerdict(effect) && truth.status === 'missing' ? [{ id: effect.id, causes: truth.causes }] : []
  })
  return { items, vetoes }
}

/** True when, for some outcome of the other open items, this one turns the verdict. */
function matters(evaluation: Evaluation, part: OpenPart, all: readonly OpenPart[]): boolean {
  const others = all.filter((other) => other !== part)
  for (let pattern = 0; pattern < 2 ** others.length; pattern += 1) {
    const assumed = new Map(others.map((other, bit) => [other.id, known((pattern & (1 << bit)) !== 0)]))
    const outcomes = [true, false].map((answer) =>
      stateOfTruth(assume(evaluation, new Map([...assumed, [part.id, known(answer)]]))),
    )
    if (outcomes[0] !== outcomes[1]) return true
  }
  return false
}

/** The verdict formula with the lights of some items put in. */
function assume(evaluation: Evaluation, assumed: ReadonlyMap<string, Value>): Value {
  const { pack } = evaluation.plan
  const county = evaluation.county()
  const section = (id: string): Value => {
    const states = (pack.sections?.find((candidate) => candidate.id === id)?.items ?? []).map((item) => {
      const node = evaluation.plan.node(item)
      return assumed.get(item) ?? (node === undefined ? missing([]) : evaluation.met(node, county))
    })
    return states.some((state) => state.content === false)
      ? known(false)
      : (states.find((state) => state.status === 'missing') ?? known(true))
  }
  const formula = pack.verdict?.formula
  if (formula === undefined) {
    const sections = (pack.sections ?? []).map((item) => section(item.id))
    return (
      sections.find((state) => state.content === false) ??
      sections.find((state) => state.status === 'missing') ??
      known(true)
    )
  }
  const environment: Environment = {
    scalar: (id) => {
      if (id.startsWith('section:')) return section(id.slice('section:'.length))
      const item = [...assumed.keys()].find((name) => id === symbolId({ kind: 'node', id: name, part: 'met' }))
      return (item === undefined ? undefined : assumed.get(item)) ?? county.scalar(id)
    },
    rows: (rowset) => county.rows(rowset),
  }
  return evaluation.plan.program(COUNTY, formula, 'truth').run(environment)
}
