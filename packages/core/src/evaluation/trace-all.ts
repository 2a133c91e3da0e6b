import type { Evaluation } from './evaluation.ts'
import { figureId } from './figure-id.ts'
import type { NodePlan } from './plan-node.ts'
import { recordAt } from './recorder.ts'
import type { Trace } from './trace.ts'
import { traceOf } from './trace-of.ts'

/** Users listed with one figure. */
const LISTED = 200

/** Every figure of an evaluation with the place it stands at, in the order of the pack. */
export function* figurePlaces(
  evaluation: Evaluation,
): Generator<{ readonly node: NodePlan; readonly index: number; readonly id: string }> {
  for (const node of evaluation.plan.allNodes())
    for (const [index, subject] of evaluation.subjects(node.grain).subjects.entries())
      yield { node, index, id: figureId(node.id, subject.id) }
}

/** For every figure, the figures whose formula or standard reads it. */
export function usersOfFigures(evaluation: Evaluation): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  for (const { node, index, id } of figurePlaces(evaluation)) {
    const recorder = recordAt(evaluation.place(node.grain).at(index))
    const variant = evaluation.variantAt(node, index)
    variant?.formula.run(recorder)
    variant?.standard?.run(recorder)
    for (const used of recorder.figures) {
      if (used === id) continue
      const list = users.get(used)
      if (list === undefined) users.set(used, [id])
      else if (list.length < LISTED) list.push(id)
    }
  }
  return users
}

/** The traces of all figures, one after the other, so that they can be written as they come. */
export function* allTraces(evaluation: Evaluation): Generator<Trace> {
  const users = usersOfFigures(evaluation)
  for (const { node, index, id } of figurePlaces(evaluation))
    yield traceOf(evaluation, node, index, users.get(id) ?? [])
}
