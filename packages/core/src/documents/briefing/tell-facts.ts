import type { Assessment, Dispersion, Figure, NodeView, Trace } from '../../evaluation/index.ts'
import { fromJson, rational, roundText } from '../../formula/index.ts'
import { type ItemFacts, STATE_WORDS, valueText } from './item-facts.ts'

type Facts = readonly (readonly [label: string, text: string])[]

/** Of each list so many are named. */
const NAMED = 6
/** Decimals of a mean and of a deviation, and of how many units the share in it is told. */
const SPREAD_DECIMALS = 3
const FURTHEST = 3

/** What there is to know of an item: value, standard, verdict, last year, formula, source, what is missing. */
export function tellFacts(facts: ItemFacts, assessment: Assessment): Facts {
  const { item, node, trace } = facts
  return [
    ['数值', saidValue(facts)],
    ['标准', standardsOf(facts.figures)],
    ['依据', basisOf(facts)],
    ['判断', STATE_WORDS[item.state]],
    ['上年', lastYear(facts, assessment)],
    ['公式', trace?.formula ?? Object.values(node.formula).join('；')],
    ['代入', substitutedOf(facts)],
    ['数据来源', trace === undefined ? '' : sourcesOf(trace, facts.inputs)],
    ['尚缺', missingOf(facts)],
  ]
}

function saidValue({ item: { counts }, single, node }: ItemFacts): string {
  if (single !== undefined) return valueText(single, node)
  const all = counts.met + counts.unmet + counts.undecided + counts.error
  const parts = [`应评${all}个`, `达标${counts.met}个`, `未达标${counts.unmet}个`]
  return [...parts, ...(counts.undecided === 0 ? [] : [`待定${counts.undecided}个`])].join('，')
}

const standardsOf = (figures: readonly Figure[]): string =>
  [...new Set(figures.flatMap(({ standard }) => standard?.text ?? []))].slice(0, NAMED).join('；')

/** Document and article of the indicator and of the standard that applied; what nobody has verified is said to be so. */
function basisOf({ node, figures }: ItemFacts): string {
  const applied = figures.flatMap(({ standard }) => (standard === undefined ? [] : [standard]))
  const said = [node, ...applied].flatMap(({ basis, verified }) => {
    if (basis === undefined) return []
    const article = basis.article === undefined ? '' : ` ${basis.article}`
    return `${basis.document}${article}${verified?.grade === 'U' ? '（未核实）' : ''}`
  })
  return [...new Set(said)].slice(0, NAMED).join('；')
}

/** The county's own figure of the year before, and by how much it rose or fell. */
function lastYear({ single, node }: ItemFacts, { history }: Assessment): string {
  const before = history.at(-1)
  const former = before?.figures.find((one) => one.node === node.id && one.subject === single?.subject)
  if (before === undefined || former === undefined || single === undefined) return ''
  return `${before.year}年为${valueText(former, node) || STATE_WORDS[former.state ?? 'undecided']}${changeOf(single, former, node)}`
}

export function changeOf(now: Figure, former: Figure, node: NodeView): string {
  const [left, right] = [fromJson(now.value ?? ''), fromJson(former.value ?? '')]
  if (left === undefined || right === undefined) return ''
  const change = rational.sub(left, right)
  const sign = rational.compare(change, rational.ZERO)
  if (sign === 0) return '，与上年持平'
  const size = rational.abs(node.percent === true ? rational.mul(change, rational.HUNDRED) : change)
  const unit = node.percent === true || node.unit === '%' ? '个百分点' : (node.unit ?? '')
  return `，比上年${sign > 0 ? '上升' : '下降'}${roundText(size, node.decimals ?? 2, 'half_up')}${unit}`
}

function substitutedOf({ trace, single, dispersion }: ItemFacts): string {
  if (trace === undefined) return ''
  const put = (dispersion === undefined ? undefined : spread(dispersion)) ?? trace.substituted
  return single === undefined ? `以${trace.subject}为例：${put}` : put
}

/** A 差异系数 by what it is made of: the coefficient alone would say nothing. */
function spread({ mean, deviation, coefficient, limit, unit = '', contributions }: Dispersion): string | undefined {
  if (mean === undefined || deviation === undefined || coefficient === undefined) return undefined
  const short = (text: string): string => {
    const value = fromJson(text)
    return value === undefined ? text : roundText(value, SPREAD_DECIMALS, 'half_up')
  }
  const furthest = contributions
    .slice(0, FURTHEST)
    .map(({ name, value, above }) => `${name}${value}（${above ? '高于' : '低于'}平均值）`)
  return [
    `${contributions.length}个单位的加权标准差${short(deviation)} ÷ 加权平均值${short(mean)}${unit} = ${short(coefficient)}`,
    ...(limit === undefined ? [] : [`限值${limit}`]),
    ...(furthest.length === 0 ? [] : [`影响最大的是${furthest.join('、')}`]),
  ].join('；')
}

/** File, sheet and cell of a figure, or of those behind it; with the register and how many rows it gave. */
function sourcesOf(trace: Trace, inputs: readonly Trace[]): string {
  const chain = [trace, ...inputs]
  const aggregates = chain.flatMap((one) => one.aggregates)
  const rows = new Map<string, number>()
  for (const { register_title: title, row_count: count } of aggregates)
    if (title !== undefined) rows.set(title, Math.max(count, rows.get(title) ?? 0))
  const registers = [...rows].map(([title, count]) => `${title}${count}行`)
  const cells = [...new Set(aggregates.flatMap(cellsOf))]
  const rest = cells.length > NAMED ? [`另有${cells.length - NAMED}格`] : []
  return [...addedUp(trace, inputs), ...registers, ...cells.slice(0, NAMED), ...rest].join('；')
}

/** What a figure is put together from, by name; of what is added up, whose cells follow as an example. */
function addedUp({ inputs: put, aggregates, figure, subject }: Trace, inputs: readonly Trace[]): readonly string[] {
  const parts = new Set(aggregates.flatMap(({ rows, figures }) => (rows.length > 0 ? [] : figures)))
  const followed = inputs.filter((one) => parts.has(one.figure) && one.figure !== figure)
  const titles = new Set([...put, ...followed].map(({ title }) => `“${title}”`))
  const [example] = followed
  const whose = example === undefined || example.subject === subject ? '' : `，如${example.subject}`
  return titles.size === 0 ? [] : [`由${[...titles].slice(0, NAMED).join('')}算得${whose}`]
}

const cellsOf = ({ rows }: Trace['aggregates'][number]): readonly string[] =>
  rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ title, at }) =>
      at === undefined ? [] : [`${at.file}“${at.sheet}”${at.cell}（${[name, title].filter(Boolean).join(' ')}）`],
    ),
  )

function missingOf({ item }: ItemFacts): string {
  const units = [...new Set(item.deciding.map(({ unit_name: name, unit }) => name ?? unit ?? '').filter(Boolean))]
  if (units.length === 0) return ''
  return `${units.slice(0, NAMED).join('、')}${units.length > NAMED ? `等${units.length}个单位` : ''}的数据`
}
