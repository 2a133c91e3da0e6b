import type { EffectView, Figure, ItemView, SectionView } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import { figureView, parseFigureId } from './figure-view.ts'
import { COUNTY } from './grains.ts'
import { formulaText } from './node-view.ts'
import type { NodePlan } from './plan-node.ts'
import { recordAt } from './recorder.ts'
import { withUnit } from './show.ts'
import { subjectName } from './trace-of.ts'

/** Subjects named in one sentence. */
const NAMED = 3

/** Why the verdict is what it is, in plain sentences made from the tree alone. */
export function verdictReasons(
  evaluation: Evaluation,
  sections: readonly SectionView[],
  effects: readonly EffectView[],
): string[] {
  const struck = effects.filter((effect) => effect.kind === 'veto' && effect.state === 'struck')
  const reasons = struck.map(
    (effect) => `出现一票否决事项：${effect.title}${effect.grounds === undefined ? '' : `（${effect.grounds}）`}。`,
  )
  for (const section of sections) {
    for (const item of section.items) {
      const node = evaluation.plan.node(item.indicator)
      if (node !== undefined && item.state === 'unmet') reasons.push(unmetReason(evaluation, section, item, node))
    }
  }
  for (const section of sections) {
    const open = section.items.filter((item) => item.state === 'undecided').map((item) => nameOf(evaluation, item))
    if (open.length > 0) reasons.push(`${section.title}有 ${open.length} 项因数据未报而待定：${listed(open)}。`)
    const broken = section.items.filter((item) => item.state === 'error').map((item) => nameOf(evaluation, item))
    if (broken.length > 0) reasons.push(`${section.title}有 ${broken.length} 项的规则不能计算：${listed(broken)}。`)
  }
  const open = effects
    .filter((effect) => effect.kind === 'veto' && effect.state === 'undecided')
    .map((effect) => effect.title)
  if (open.length > 0) reasons.push(`有 ${open.length} 项一票否决事项尚未填报：${listed(open)}。`)
  if (
    reasons.length === 0 &&
    sections.length > 0 &&
    sections.every((section) => section.state === 'met' || section.state === 'not_applicable')
  ) {
    const outcome = evaluation.outcome()
    reasons.push(
      outcome.content === true
        ? `${listed(sections.map((section) => section.title))}各项全部达标。`
        : unmetFormula(evaluation),
    )
  }
  return reasons
}

function unmetFormula(evaluation: Evaluation): string {
  const formula = evaluation.plan.pack.verdict?.formula
  return formula === undefined
    ? '总结论不能计算。'
    : `总结论的条件不成立：${formulaText(evaluation.plan.program(COUNTY, formula, 'truth'))}。`
}

function nameOf(evaluation: Evaluation, item: ItemView): string {
  return evaluation.plan.node(item.indicator)?.node.title ?? item.indicator
}

const listed = (names: readonly string[]): string => names.join('、')

function unmetReason(evaluation: Evaluation, section: SectionView, item: ItemView, node: NodePlan): string {
  const head = `${section.title}“${node.node.title}”`
  const table = evaluation.subjects(node.grain)
  const unmet = evaluation
    .county()
    .inside(node.grain)
    .inside.filter((index) => evaluation.judgement(node, index)?.state === 'unmet')
  const total = item.gap === undefined ? '' : `，合计${item.gap.text}`
  const [only] = unmet
  if (node.grain === COUNTY && only !== undefined)
    return `${head}未达标${detail(figureView(evaluation, node, only), node, item)}。`
  const named = unmet
    .slice(0, NAMED)
    .map(
      (index) =>
        `${subjectName(evaluation, node.grain, index)}${detail(figureView(evaluation, node, index), node, undefined).replace('：', ' ')}${parts(evaluation, node, index)}`,
    )
  return `${head}有 ${unmet.length} 个${table.grain.title}未达标${total}：${named.join('；')}${unmet.length > NAMED ? '等' : ''}。`
}

/** Number, standard and gap of a figure, after its name. */
function detail(figure: Figure, node: NodePlan, item: ItemView | undefined): string {
  if (figure.standard === undefined) return item?.grounds === undefined ? '' : `（${item.grounds}）`
  const gap = figure.gap === undefined ? '' : `，${figure.gap.text}`
  return `：${withUnit(figure.shown, node.node.unit)}（要求${figure.standard.text.replace(/^\s*/, ' ')}${gap}）`
}

/** Which of the indicators that a truth stands on are unmet: 其中 … . */
function parts(evaluation: Evaluation, node: NodePlan, index: number): string {
  const variant = evaluation.variantAt(node, index)
  if (variant === undefined || variant.standard !== undefined) return ''
  const recorder = recordAt(evaluation.place(node.grain).at(index))
  variant.formula.run(recorder)
  const unmet = [...recorder.figures].flatMap((id) => {
    const at = parseFigureId(id)
    const part = at === undefined ? undefined : evaluation.plan.node(at.node)
    const place = part === undefined ? undefined : evaluation.subjects(part.grain).indexOf(at?.subject ?? '')
    if (part === undefined || place === undefined || evaluation.judgement(part, place)?.state !== 'unmet') return []
    return [`${part.node.title} ${detail(figureView(evaluation, part, place), part, undefined).replace('：', '')}`]
  })
  return unmet.length === 0
    ? ''
    : `（其中 ${unmet.slice(0, NAMED).join('、')}${unmet.length > NAMED ? ` 等 ${unmet.length} 项` : ''}）`
}
