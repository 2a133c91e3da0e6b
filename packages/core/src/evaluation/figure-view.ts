import { codesOf, type Value } from '../formula/index.ts'
import type { Figure, Gap } from './assessment.ts'
import { causeViews } from './cause-view.ts'
import type { Evaluation } from './evaluation.ts'
import { figureId } from './figure-id.ts'
import { gapAt, gapView } from './gap-view.ts'
import type { NodePlan, NodeVariant } from './plan-node.ts'
import { onlyRung } from './rating/climb-ladder.ts'
import { exactText, shownValue } from './show.ts'
import { standardView } from './standard-view.ts'

/** One figure with everything a reader sees at once: value, light, standard, gap, coverage, causes. */
export function figureView(evaluation: Evaluation, node: NodePlan, index: number): Figure {
  const subject = evaluation.subjects(node.grain).subjects[index]?.id ?? ''
  const value = evaluation.value(node, index)
  const judgement = evaluation.judgement(node, index)
  const variant = evaluation.variantAt(node, index)
  const standard = variant === undefined ? undefined : standardView(evaluation, node, index, variant)
  const solution = gapAt(evaluation, node, index)
  const gap: Gap | undefined = solution === undefined ? undefined : gapView(solution)
  const level = levelAt(evaluation, node, index)
  const causes = value.causes.length > 0 ? value.causes : (judgement?.truth.causes ?? [])
  return {
    id: figureId(node.id, subject),
    node: node.id,
    subject,
    status: value.status,
    ...(value.content === undefined ? {} : { value: exactText(value.content) }),
    shown: wordOfCode(variant, value) ?? shownValue(value, node.node.display),
    ...(judgement === undefined ? {} : { state: judgement.state }),
    ...(level === undefined ? {} : { level }),
    ...(standard === undefined ? {} : { standard }),
    ...(gap === undefined ? {} : { gap }),
    ...(value.coverage === undefined
      ? {}
      : {
          coverage: {
            expected: value.coverage.expected,
            reported: value.coverage.reported,
            not_applicable: value.coverage.notApplicable,
          },
        }),
    ...(causes.length === 0 ? {} : { causes: causeViews(evaluation.data, causes) }),
  }
}

/** A code as its list words it, where the formula reads one cell of a coded column. */
function wordOfCode(variant: NodeVariant | undefined, { content }: Value): string | undefined {
  const node = variant?.formula.expression?.node
  const codes = node === undefined ? undefined : codesOf(node)
  return codes?.entries.find(({ code }) => code === content)?.title
}

function levelAt(evaluation: Evaluation, node: NodePlan, index: number): string | undefined {
  const standing = evaluation.ratings.level(node, index)
  const only = standing === undefined ? undefined : onlyRung(standing)
  return only === undefined ? undefined : node.levels?.[only]?.title
}
