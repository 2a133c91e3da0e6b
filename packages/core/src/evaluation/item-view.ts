import type { Cause } from '../formula/index.ts'
import type { CoverageView, ItemView, SectionView, State } from './assessment.ts'
import { reporters } from './cause-view.ts'
import type { Evaluation } from './evaluation.ts'
import { gapAt, gapView, totalGap } from './gap-view.ts'
import { allOf, stateOfTruth } from './judge.ts'
import type { NodePlan } from './plan-node.ts'
import { shownValue } from './show.ts'

export function sectionViews(evaluation: Evaluation): SectionView[] {
  return (evaluation.plan.pack.sections ?? []).map((section) => {
    const items = section.items.flatMap((id) => {
      const node = evaluation.plan.node(id)
      return node === undefined ? [] : [itemView(evaluation, node)]
    })
    return { id: section.id, title: section.title, state: allOf(items.map((item) => item.state)), items }
  })
}

/** One indicator over all included subjects of its grain. */
export function itemView(evaluation: Evaluation, node: NodePlan): ItemView {
  const county = evaluation.county()
  const { inside, open } = county.inside(node.grain)
  const states = [
    ...inside.map((index) => evaluation.judgement(node, index)?.state ?? 'not_applicable'),
    ...open.map((): State => 'undecided'),
  ]
  const counts = { met: 0, unmet: 0, undecided: 0, not_applicable: 0, error: 0 }
  for (const state of states) counts[state] += 1
  const state = stateOfTruth(evaluation.met(node, county))
  const gap = totalGap(inside.flatMap((index) => gapAt(evaluation, node, index) ?? []))
  const coverage = coverageOf(evaluation, node, inside)
  const grounds = textAt(evaluation, node, node.indicator?.grounds)
  return {
    indicator: node.id,
    state,
    counts,
    ...(gap === undefined ? {} : { gap: gapView(gap) }),
    ...(coverage === undefined ? {} : { coverage }),
    deciding: state === 'undecided' ? reporters(evaluation.data, openCauses(evaluation, node)) : [],
    ...(grounds === undefined ? {} : { grounds }),
    evidence: evidenceOf(evaluation, node),
    responsible: node.indicator?.responsible ?? [],
  }
}

/** Causes of the subjects whose light is open, and of those whose inclusion is. */
export function openCauses(evaluation: Evaluation, node: NodePlan): readonly Cause[] {
  const { inside, open } = evaluation.county().inside(node.grain)
  const undecided = inside.flatMap((index) => {
    const judgement = evaluation.judgement(node, index)
    return judgement?.state === 'undecided' ? judgement.truth.causes : []
  })
  return [...undecided, ...open.flat()]
}

function coverageOf(evaluation: Evaluation, node: NodePlan, inside: readonly number[]): CoverageView | undefined {
  const values = inside.map((index) => evaluation.value(node, index))
  const [only] = values
  if (values.length === 1 && only !== undefined) {
    const { coverage } = only
    return coverage === undefined
      ? undefined
      : { expected: coverage.expected, reported: coverage.reported, not_applicable: coverage.notApplicable }
  }
  const count = (status: string): number => values.filter((value) => value.status === status).length
  return {
    expected: values.length,
    reported: values.length - count('missing') - count('not_applicable'),
    not_applicable: count('not_applicable'),
  }
}

/** Text that a county-grain formula gives; undefined when it is not known. */
function textAt(evaluation: Evaluation, node: NodePlan, source: string | undefined): string | undefined {
  if (source === undefined) return undefined
  const place = evaluation.place(node.grain)
  if (place.table.subjects.length === 0) return undefined
  const value = evaluation.plan.program(node.grain, source, 'text').run(place.at(0))
  return value.content === undefined ? undefined : shownValue(value, undefined)
}

function evidenceOf(evaluation: Evaluation, node: NodePlan): ItemView['evidence'] {
  const given = (textAt(evaluation, node, node.indicator?.evidence_given) ?? '')
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
  const names = given.filter((name) => name !== '')
  return (node.indicator?.evidence ?? []).map(({ id, title }) => ({
    id,
    title,
    given: names.some((name) => name === title || name.includes(title) || (name.length > 1 && title.includes(name))),
  }))
}
