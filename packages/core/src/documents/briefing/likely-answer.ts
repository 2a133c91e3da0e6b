import type { Assessment, Figure } from '../../evaluation/index.ts'
import { type ItemFacts, valueText } from './item-facts.ts'
import { changeOf } from './tell-facts.ts'

/** So many of those that fail are named with what they lack. */
const NAMED = 5

/** What is likely to be asked about an item, and the facts with which to answer: nothing but figures of the run. */
export function likelyAnswer(
  facts: ItemFacts,
  assessment: Assessment,
): { readonly question: string; readonly answer: string } {
  const { title } = facts.node
  switch (facts.item.state) {
    case 'unmet':
    case 'error':
      return { question: `“${title}”为什么没有达标，差多少，怎么办？`, answer: tellShortfall(facts, assessment) }
    case 'undecided':
      return { question: `“${title}”为什么还不能认定？`, answer: tellMissing(facts) }
    case 'met':
      return { question: `“${title}”达标，数从哪里来，靠得住吗？`, answer: tellMet(facts, assessment) }
    case 'not_applicable':
      return { question: `“${title}”为什么不适用？`, answer: '按标准，这一项在本县没有应评的对象。' }
  }
}

function tellShortfall(facts: ItemFacts, assessment: Assessment): string {
  const { item, single, figures } = facts
  const gap = item.gap?.text ?? single?.gap?.text
  const own = single === undefined ? '' : sentence([ownValue(facts), gap, since(facts, assessment)])
  if (single !== undefined) return `${own}${responsible(facts)}`
  const failing = figures.filter(({ state }) => state === 'unmet')
  const names = failing.slice(0, NAMED).map((figure) => named(facts, figure))
  const rest = failing.length > NAMED ? `等${failing.length}个` : ''
  return `${sentence([`没有达标的${failing.length}个：${names.join('、')}${rest}`])}${gap === undefined ? '' : `全县合计${gap}。`}${responsible(facts)}`
}

function ownValue({ single, node }: ItemFacts): string | undefined {
  const value = single === undefined ? '' : valueText(single, node)
  const standard = single?.standard?.text
  if (value === '') return standard === undefined ? undefined : `标准是${standard}`
  return standard === undefined ? `数值是${value}` : `标准是${standard}，实际是${value}`
}

function named({ subjects, node }: ItemFacts, figure: Figure): string {
  const name = subjects.get(figure.subject)?.name ?? figure.subject
  const said = [valueText(figure, node), figure.gap?.text ?? ''].filter((text) => text !== '')
  return said.length === 0 ? name : `${name}（${said.join('，')}）`
}

function since({ single, node }: ItemFacts, { history }: Assessment): string | undefined {
  const former = history.at(-1)?.figures.find((one) => one.node === node.id && one.subject === single?.subject)
  return single === undefined || former === undefined ? undefined : changeOf(single, former, node).slice(1)
}

function tellMissing({ item, figures }: ItemFacts): string {
  const units = [...new Set(item.deciding.map(({ unit_name: name, unit }) => name ?? unit ?? '').filter(Boolean))]
  const reasons = [...new Set(figures.flatMap(({ causes = [] }) => causes.map(({ message }) => message)))]
  const who =
    units.length === 0
      ? ''
      : `补齐${units.slice(0, NAMED).join('、')}${units.length > NAMED ? `等${units.length}个单位` : ''}的数据即可认定。`
  const why = reasons.length === 0 ? '所需的数据没有报全。' : `${reasons.slice(0, 2).join('；')}。`
  return `${why}${who}`
}

function tellMet(facts: ItemFacts, assessment: Assessment): string {
  const { item, single } = facts
  if (single === undefined) return `应评的${item.counts.met}个都达标。`
  return sentence([ownValue(facts), since(facts, assessment), item.grounds])
}

const responsible = ({ item }: ItemFacts): string =>
  item.responsible.length < 2 ? '' : `这一项由${item.responsible.join('、')}共同负责。`

const sentence = (parts: readonly (string | undefined)[]): string => {
  const said = parts.filter((part) => part !== undefined && part !== '')
  return said.length === 0 ? '' : `${said.join('，').replace(/[。；，]+$/u, '')}。`
}
