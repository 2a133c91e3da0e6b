import type { AskedEvidence } from './asked-evidence-contract.ts'
import type { Evaluation } from './evaluation.ts'
import type { NodePlan } from './plan-node.ts'

/** Materials with a condition, each with the subjects at which it is and is not needed, in the order of the pack. */
export function askedEvidence(evaluation: Evaluation): AskedEvidence[] {
  return evaluation.plan.pack.indicators.flatMap(({ id, evidence = [] }) => {
    const node = evaluation.plan.node(id)
    return evidence.flatMap(({ id: material, when, reason = '' }) =>
      node === undefined || when === undefined
        ? []
        : [{ indicator: id, material, when, reason, subjects: subjectsOf(evaluation, node, when) }],
    )
  })
}

function subjectsOf(evaluation: Evaluation, { grain }: NodePlan, when: string): AskedEvidence['subjects'] {
  const place = evaluation.place(grain)
  const program = evaluation.plan.program(grain, when, 'truth')
  return place.table.subjects.map(({ id, unit }, index) => {
    const { content, status } = program.run(place.at(index))
    const holds = status === 'not_applicable' ? false : content
    return {
      subject: id,
      ...(unit === '' ? {} : { unit }),
      ...(typeof holds === 'boolean' ? { is_needed: holds } : {}),
    }
  })
}
