import { COUNTY, type PackPlan } from '../../evaluation/index.ts'
import { check, type Expression, nearestName } from '../../formula/index.ts'
import { fullNameWord } from '../word-names.ts'
import { faultAt } from './fault-at.ts'
import { findTags } from './find-tags.ts'
import { FAILING_LOOP, ITEM_LOOPS, type Loop, loopGrains, loopNamed } from './loop-names.ts'
import { matchLoops } from './match-loops.ts'
import { type LoopHead, readTag } from './read-tag.ts'
import type { FoundTag, TemplateFault, TemplateParagraph } from './template-check.ts'
import { DOCUMENT_HELP, FAILING_HELP, ITEM_HELP, SUBJECT_HELP, wordsOf } from './template-words.ts'

/** Where a tag stands: the grain at whose subjects its formulas are asked, and the words it may use. */
interface Frame {
  readonly grain: string
  readonly words: ReadonlySet<string>
  readonly overItems: boolean
}

/**
 * Reads every tag of a template before it is kept: names, units and formats by the checker of formulas, loops by where
 * they stand. The faults come in the order of the text.
 */
export function checkTemplate(
  plan: PackPlan,
  paragraphs: readonly TemplateParagraph[],
): { readonly tags: readonly FoundTag[]; readonly faults: readonly TemplateFault[] } {
  const { tags, faults } = findTags(paragraphs)
  const all = [...faults, ...matchLoops(paragraphs, tags), ...checkNames(plan, tags)]
  return { tags, faults: all.toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start) }
}

function checkNames(plan: PackPlan, tags: readonly FoundTag[]): TemplateFault[] {
  const root: Frame = { grain: COUNTY, words: rootWords(plan), overItems: false }
  const frames: Frame[] = []
  const faults: TemplateFault[] = []
  for (const tag of tags) {
    const frame = frames.at(-1) ?? root
    const read = readTag(tag.raw)
    if (read.kind === 'close') frames.pop()
    else if (read.kind === 'open') {
      const head = read.head
      faults.push(...(head === undefined ? [badHead(tag)] : checkOpening(plan, frame, tag, head, read.text)))
      frames.push(head === undefined ? frame : innerFrame(frame, loopNamed(plan.pack, head)))
    } else if (read.kind === 'empty') faults.push(faultAt(tag, 'empty', '花括号里是空的', '写上名称，或删去花括号。'))
    else if (read.kind === 'bad_format') faults.push(badFormat(tag, read.format))
    else faults.push(...checkValue(plan, frame, tag, read))
  }
  return faults
}

const rootWords = (plan: PackPlan): ReadonlySet<string> =>
  new Set([...wordsOf(DOCUMENT_HELP), ...plan.pack.indicators.map(({ id }) => fullNameWord(id))])

function innerFrame(frame: Frame, loop: Loop): Frame {
  const words = (more: readonly string[]): ReadonlySet<string> => new Set([...frame.words, ...more])
  switch (loop.kind) {
    case 'subjects':
      return { grain: loop.grain.id, words: words(wordsOf(SUBJECT_HELP)), overItems: false }
    case 'items':
      return { ...frame, words: words(wordsOf(ITEM_HELP)), overItems: true }
    case 'failing':
      return { ...frame, words: words(wordsOf(FAILING_HELP)), overItems: false }
    case 'condition':
      return frame
  }
}

const badHead = (tag: FoundTag): TemplateFault =>
  faultAt(
    tag,
    'bad_order',
    '“|”后面看不懂',
    '只能写“升序 公式”“降序 公式”和“前 5”这样的条数，如 {#学校|降序 学生数|前 5}。',
  )

const badFormat = (tag: FoundTag, format: string): TemplateFault =>
  faultAt(tag, 'bad_format', `“|”后面的“${format}”不是格式`, '写小数位数（|0、|2），或写 |%1 按百分数保留1位小数。')

function checkOpening(plan: PackPlan, frame: Frame, tag: FoundTag, head: LoopHead, text: string): TemplateFault[] {
  const loop = loopNamed(plan.pack, head)
  if (loop.kind === 'condition') return checkCondition(plan, frame, tag, text)
  if (loop.kind === 'failing' && !frame.overItems)
    return [
      faultAt(tag, 'misplaced', `“${FAILING_LOOP}”只能写在 {#未达标指标} 里面`, '请移到里面，或改用学校等对象的循环。'),
    ]
  if (loop.kind !== 'subjects')
    return head.where === undefined && head.order === undefined
      ? []
      : [faultAt(tag, 'misplaced', `“${head.name}”不能加条件和排序`, '只能限制条数，如 |前 5。')]
  const { id } = loop.grain
  return [
    ...(head.where === undefined ? [] : problemsOf(plan, id, tag, head.where, 'truth')),
    ...(head.order === undefined ? [] : problemsOf(plan, id, tag, head.order.formula)),
  ]
}

/** A name that is neither a loop nor a formula was meant to be one of both. */
function checkCondition(plan: PackPlan, frame: Frame, tag: FoundTag, text: string): TemplateFault[] {
  const faults = problemsOf(plan, frame.grain, tag, text, 'truth')
  if (faults.length === 0 || !/^[\p{L}\p{N}_]+$/u.test(text)) return faults
  const loops = [...loopGrains(plan.pack).map(({ title }) => title), ...ITEM_LOOPS.keys(), FAILING_LOOP]
  const near = nearestName(text, [...loops, ...plan.scope(frame.grain).names()])
  const known = loops.join('、')
  return [
    faultAt(
      tag,
      'unknown_loop',
      `没有名为“${text}”的循环或条件`,
      near === undefined ? `可以循环的有：${known}；条件要写成真假式，如 {#生师比.达标}。` : `是否指“${near}”？`,
      near === undefined ? undefined : `{#${near}}`,
    ),
  ]
}

function checkValue(
  plan: PackPlan,
  frame: Frame,
  tag: FoundTag,
  { formula, format }: Extract<ReturnType<typeof readTag>, { kind: 'value' }>,
): TemplateFault[] {
  const isFormatted = format.decimals !== undefined || format.percent
  if (/^[＃／#/]/u.test(formula)) return [faultAt(tag, 'wide_mark', '＃、／是全角的', '请用半角的 # 和 /。')]
  if (frame.words.has(formula))
    return isFormatted
      ? [faultAt(tag, 'bad_format', `“${formula}”是文字，不能写小数位数`, '删去“|”和后面的部分。', `{${formula}}`)]
      : []
  const { expression, problems } = check(formula, plan.scope(frame.grain), { zeroDenominator: 'not_applicable' })
  if (problems.length > 0)
    return [unknownName(plan, frame, tag, formula, formatText(format)) ?? ofProblem(tag, formula, problems[0])]
  return expression === undefined ? [] : checkFormat(tag, formula, expression, format)
}

/** A plain name that nobody knows, with the most alike of all that could stand here, printed in the same way. */
function unknownName(
  plan: PackPlan,
  frame: Frame,
  tag: FoundTag,
  written: string,
  format: string,
): TemplateFault | undefined {
  const formula = written.replaceAll(/\s+/gu, '')
  if (!/^[\p{L}\p{N}_.（）()]+$/u.test(formula)) return undefined
  const [name = '', ...parts] = formula.split('.')
  const names = plan.scope(frame.grain).names()
  const isSpaced = formula !== written && (frame.words.has(formula) || names.includes(formula))
  const near = isSpaced ? formula : (nearestName(formula, [...frame.words]) ?? nearestName(name, names))
  const other = elsewhere(plan, frame, formula)
  if (other !== undefined)
    return faultAt(
      tag,
      'other_place',
      `“${formula}”是${other}的数，这里不能用`,
      `请写在 {#${other}} 和 {/${other}} 之间，或用 平均(…)、合计(…) 汇总。`,
    )
  if (near === undefined) return undefined
  const whole = frame.words.has(near) || parts.length === 0 ? near : `${near}.${parts.join('.')}`
  const kept = frame.words.has(whole) ? '' : format
  return faultAt(tag, 'unknown_name', `没有“${written}”这个名称`, `是否指“${whole}”？`, `{${whole}${kept}}`)
}

const formatText = ({ decimals, percent }: { decimals: number | undefined; percent: boolean }): string =>
  decimals === undefined && !percent ? '' : `|${percent ? '%' : ''}${decimals ?? ''}`

/** The loop in which a name would be known. */
const elsewhere = (plan: PackPlan, frame: Frame, formula: string): string | undefined =>
  loopGrains(plan.pack).find(
    ({ id }) =>
      id !== frame.grain && check(formula, plan.scope(id), { zeroDenominator: 'not_applicable' }).problems.length === 0,
  )?.title

function ofProblem(
  tag: FoundTag,
  formula: string,
  problem: { readonly code: string; readonly message: string; readonly suggestion?: string } | undefined,
): TemplateFault {
  return faultAt(
    tag,
    problem?.code ?? 'formula',
    problem?.message ?? `“${formula}”看不懂`,
    problem?.suggestion ?? '请从“可用的名称”里复制。',
  )
}

function problemsOf(plan: PackPlan, grain: string, tag: FoundTag, formula: string, type?: 'truth'): TemplateFault[] {
  const { problems } = check(formula, plan.scope(grain), {
    zeroDenominator: 'not_applicable',
    ...(type !== undefined && { type }),
  })
  return problems.slice(0, 1).map((problem) => ofProblem(tag, formula, problem))
}

function checkFormat(
  tag: FoundTag,
  formula: string,
  { type, unit }: Expression,
  format: { readonly decimals: number | undefined; readonly percent: boolean },
): TemplateFault[] {
  if (format.decimals === undefined && !format.percent) return []
  if (type !== 'number')
    return [faultAt(tag, 'bad_format', `“${formula}”不是数，不能写小数位数`, '删去“|”和后面的部分。', `{${formula}}`)]
  if (format.percent && unit !== undefined && unit !== '%')
    return [
      faultAt(
        tag,
        'bad_unit',
        `“${formula}”的单位是${unit}，不能按百分数写`,
        '写小数位数，如 |2。',
        `{${formula}|${format.decimals ?? 2}}`,
      ),
    ]
  return []
}
