import type { EffectView, ItemView, SectionView } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import { parseFigureId } from './figure-id.ts'
import { figureView } from './figure-view.ts'
import { COUNTY, isCountyWide } from './grains.ts'
import { formulaText } from './node-view.ts'
import { owedItems, owedText } from './owed-items.ts'
import type { NodePlan } from './plan-node.ts'
import type { RatingView } from './rating/rating-contract.ts'
import { gapWords, toldAlone, toldAmong } from './reason-words.ts'
import { recordAt } from './recorder.ts'
import { subjectName } from './trace-of.ts'

/** Subjects named in one sentence. */
const NAMED = 3

/** What was judged, as readers see it. */
interface Judged {
  readonly sections: readonly SectionView[]
  readonly effects: readonly EffectView[]
  readonly ratings: readonly RatingView[]
}

/** Why the verdict is what it is, in plain sentences made from the tree alone. */
export function verdictReasons(evaluation: Evaluation, { sections, effects, ratings }: Judged): string[] {
  const struck = effects.filter((effect) => isVeto(effect) && effect.state === 'struck')
  const reasons = struck.map(
    (effect) => `出现一票否决事项：${effect.title}${aside(effect.grounds, effect.window?.text)}。`,
  )
  for (const view of ratings) if (isCountyWide(evaluation.plan.pack, view.grain)) reasons.push(...ratedReasons(view))
  for (const section of sections) {
    for (const item of section.items) {
      const node = evaluation.plan.node(item.indicator)
      if (node !== undefined && item.state === 'unmet') reasons.push(unmetReason(evaluation, item, node))
    }
  }
  for (const section of sections) {
    const open = section.items.filter((item) => item.state === 'undecided')
    if (open.length > 0) reasons.push(openReason(evaluation, section.title, open))
    const broken = section.items.filter((item) => item.state === 'error').map((item) => nameOf(evaluation, item))
    if (broken.length > 0) reasons.push(`${section.title}有 ${broken.length} 项的规则不能计算：${listed(broken)}。`)
  }
  const open = effects.filter((effect) => isVeto(effect) && effect.state === 'undecided').map((effect) => effect.title)
  if (open.length > 0) reasons.push(`有 ${open.length} 项一票否决事项尚未填报：${listed(open)}。`)
  if (
    reasons.length === 0 &&
    sections.length > 0 &&
    sections.every((section) => section.state === 'met' || section.state === 'not_applicable')
  ) {
    reasons.push(wholeReason(evaluation, sections))
  }
  return reasons
}

/** The items that wait, and for what of whom. */
function openReason(evaluation: Evaluation, section: string, open: readonly ItemView[]): string {
  const titles = new Map(evaluation.plan.pack.registers.map(({ id, title }) => [id, title]))
  const owed = owedItems(
    open.flatMap(({ deciding }) => deciding),
    titles,
  )
  const names = listed(open.map((item) => nameOf(evaluation, item)))
  return `${section}有 ${open.length} 项待定：${names}${owed.length === 0 ? '' : `；须补报${owedText(owed, NAMED)}`}。`
}

/** 得分 and 等次 of the county itself. */
const ratedReasons = ({ title, subjects }: RatingView): string[] => subjects.map(({ text }) => `${title}：${text}`)

/** Those that fail the verdict itself; what strikes a rating is told with the rating. */
const isVeto = ({ kind, rating }: EffectView): boolean => kind === 'veto' && rating === undefined

function wholeReason(evaluation: Evaluation, sections: readonly SectionView[]): string {
  const outcome = evaluation.outcome()
  if (outcome.content === true) return `${listed(sections.map((section) => section.title))}各项全部达标。`
  if (outcome.status !== 'not_applicable') return unmetFormula(evaluation)
  const idle = sections.filter((section) => section.state === 'not_applicable').map((section) => section.title)
  return `${listed(idle)}没有适用的项目，不能作总结论。`
}

/** Remarks behind a title, in one pair of brackets. */
function aside(...remarks: readonly (string | undefined)[]): string {
  const given = remarks.flatMap((remark) => (remark === undefined || remark === '' ? [] : [remark.replace(/。$/, '')]))
  return given.length === 0 ? '' : `，${given.join('；')}`
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

/** The item, then who misses it and by how far. */
function unmetReason(evaluation: Evaluation, item: ItemView, node: NodePlan): string {
  const { title, unit } = node.node
  const { inside } = evaluation.county().inside(node.grain)
  const states = inside.map((index) => ({ index, state: evaluation.judgement(node, index)?.state }))
  const unmet = states.flatMap(({ index, state }) => (state === 'unmet' ? [index] : []))
  if (isCountyWide(evaluation.plan.pack, node.grain)) {
    const told = unmet.slice(0, NAMED).map((index) => {
      const figure = figureView(evaluation, node, index)
      const who = node.grain === COUNTY ? '' : subjectName(evaluation, node.grain, index)
      if (figure.standard === undefined) return `${who}${title}未达标${grounds(item)}`
      return `${who}${title}${toldAlone(figure, unit)}`
    })
    return `${told.join('；')}${unmet.length > NAMED ? ` 等 ${unmet.length} 个${evaluation.subjects(node.grain).grain.title}` : ''}。`
  }
  const judged = states.filter(({ state }) => state !== undefined && state !== 'not_applicable').length
  const grain = evaluation.subjects(node.grain).grain.title
  const total = item.gap === undefined || unmet.length < 2 ? '' : `，合计${gapWords(item.gap.text)}`
  const named = unmet.slice(0, NAMED).map((index) => {
    const figure = figureView(evaluation, node, index)
    const own = figure.standard === undefined ? '' : toldAmong(figure, unit, node.node.display?.lacking)
    return `${subjectName(evaluation, node.grain, index)}${own}${parts(evaluation, node, index)}`
  })
  return `${title}：${judged} 个${grain}中 ${unmet.length} 个未达标${total}：${named.join('；')}${unmet.length > NAMED ? '等' : ''}。`
}

const grounds = (item: ItemView): string => (item.grounds === undefined ? '' : `：${item.grounds.replace(/。$/, '')}`)

/** Which of the indicators that a truth stands on are unmet, each with its number and standard. */
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
    const figure = figureView(evaluation, part, place)
    return [`，${part.node.title}${figure.standard === undefined ? '未达标' : toldAmong(figure, part.node.unit)}`]
  })
  return `${unmet.slice(0, NAMED).join('')}${unmet.length > NAMED ? `，等 ${unmet.length} 项` : ''}`
}
