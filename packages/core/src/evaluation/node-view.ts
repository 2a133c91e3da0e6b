import { printForReaders } from '../formula/index.ts'
import type { NodeView } from './assessment.ts'
import { declaredStandard } from './declared-standard.ts'
import type { Evaluation } from './evaluation.ts'
import type { NodePlan } from './plan-node.ts'
import type { Program } from './program.ts'

/** A formula in Chinese for readers; as written where it has mistakes. */
export function formulaText(program: Program): string {
  return program.expression === undefined ? program.source.trim() : printForReaders(program.expression)
}

/** A node of the pack as readers see it. */
export function nodeView(evaluation: Evaluation, node: NodePlan): NodeView {
  const { indicator } = node
  const standard = declaredStandard(evaluation, node)
  const { display, unit, basis } = node.node
  return {
    id: node.id,
    kind: node.kind,
    ...(indicator?.no === undefined ? {} : { no: indicator.no }),
    title: node.node.title,
    ...(indicator?.wording === undefined ? {} : { wording: indicator.wording }),
    grain: node.grain,
    ...(unit === undefined ? {} : { unit }),
    ...(display === undefined ? {} : { decimals: display.decimals }),
    ...(display?.percent === undefined ? {} : { percent: display.percent }),
    ...(display?.lacking === undefined ? {} : { lacking: display.lacking }),
    formula: Object.fromEntries([...node.variants].map(([stage, variant]) => [stage, formulaText(variant.formula)])),
    ...(Object.keys(standard).length === 0 ? {} : { standard }),
    ...(basis === undefined ? {} : { basis }),
    ...(indicator === undefined ? {} : { verified: indicator.verified }),
  }
}
