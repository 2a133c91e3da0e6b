import type { State } from '../assessment.ts'
import { type ChangeEntry, effectTurns, figureTurn, ratingTurns, turnedFirst, turnOf } from '../compare/change-entry.ts'
import { effectViews } from '../effect-view.ts'
import type { Evaluation } from '../evaluation.ts'
import { figureView } from '../figure-view.ts'
import { stateOfTruth } from '../judge.ts'
import type { NodePlan } from '../plan-node.ts'
import { ratingViews } from '../rating/rating-view.ts'
import { subjectName } from '../trace-of.ts'
import type { Reach } from './reach.ts'

/**
 * What a county says differently after a change, what weighs most first, as `compareAssessments` lists it; only what the
 * change reaches is looked at.
 */
export function countyChanges(before: Evaluation, after: Evaluation, reach: Reach | 'all'): readonly ChangeEntry[] {
  return [...judgementChanges(before, after), ...turnedFirst(figureChanges(before, after, reach))]
}

function judgementChanges(before: Evaluation, after: Evaluation): readonly ChangeEntry[] {
  const { pack } = after.plan
  const subject = after.options.countyName
  const sections = pack.sections ?? []
  const itemState = (at: Evaluation, id: string): State | undefined => {
    const node = at.plan.node(id)
    return node === undefined ? undefined : stateOfTruth(at.met(node, at.county()))
  }
  return [
    ...turnOf(
      { kind: 'verdict', title: pack.verdict?.title ?? pack.pack.title, subject },
      stateOfTruth(before.outcome()),
      stateOfTruth(after.outcome()),
    ),
    ...ratingTurns(ratingViews(before), ratingViews(after)),
    ...effectTurns(effectViews(before), effectViews(after), subject),
    ...sections.flatMap(({ id, title }) =>
      turnOf(
        { kind: 'section', title, subject },
        stateOfTruth(before.sectionTruth(id)),
        stateOfTruth(after.sectionTruth(id)),
      ),
    ),
    ...sections.flatMap(({ items }) =>
      items.flatMap((id) => {
        const state = itemState(after, id)
        const title = after.plan.node(id)?.node.title ?? id
        return state === undefined
          ? []
          : turnOf({ kind: 'item', title, subject, node: id }, itemState(before, id), state)
      }),
    ),
  ]
}

function figureChanges(before: Evaluation, after: Evaluation, reach: Reach | 'all'): readonly ChangeEntry[] {
  return after.plan.allNodes().flatMap((node) => {
    const indexes = reach === 'all' ? [...after.subjects(node.grain).subjects.keys()] : (reach.nodes.get(node.id) ?? [])
    return [...indexes].toSorted((a, b) => a - b).flatMap((index) => figureChange(before, after, node, index))
  })
}

/** Who is there may differ where everything was evaluated anew: the subject is looked for by its id. */
function figureChange(before: Evaluation, after: Evaluation, node: NodePlan, index: number): readonly ChangeEntry[] {
  const id = after.subjects(node.grain).subjects[index]?.id ?? ''
  const was = before.subjects(node.grain).indexOf(id)
  const [value, judgement] = [after.value(node, index), after.judgement(node, index)]
  // Most of what a change may reach stays what it was; a whole view is made only for the rest.
  if (was !== undefined && before.value(node, was) === value && before.judgement(node, was) === judgement) return []
  const about = { title: node.node.title, subject: subjectName(after, node.grain, index), unit: node.node.unit }
  return figureTurn(
    about,
    was === undefined ? undefined : figureView(before, node, was),
    figureView(after, node, index),
  )
}
