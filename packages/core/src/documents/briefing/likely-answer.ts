import { type Assessment, type Figure, parseFigureId } from '../../evaluation/index.ts'
import { type ItemFacts, valueText } from './item-facts.ts'
import { changeOf } from './tell-facts.ts'

/** So many of those that fail are named with what they lack. */
const NAMED = 5

/** What is likely to be asked about an item, and the facts with which to answer: nothing but figures of the run. */
export function likelyAnswer(
  facts: ItemFacts,
  assessment: Assessment,
  remedy: string | undefined,
): { readonly question: string; readonly answer: string } {
  const { title } = facts.node
  switch (facts.item.state) {
    case 'unmet':
    case 'error':
      return {
        question: `“${title}”为什么没有达标，差多少，怎么办？`,
        answer: tellShortfall(facts, assessment, remedy),
      }
    case 'undecided':
      return { question: `“${title}”为什么还不能认定？`, answer: tellMissing(facts, assessment) }
    case 'met':
      return { question: `“${title}”达标，数从哪里来，靠得住吗？`, answer: tellMet(facts, assessment) }
    case 'not_applicable':
      return { question: `“${title}”为什么不适用？`, answer: '按标准，这一项在本县没有应评的对象。' }
  }
}

function tellShortfall(facts: ItemFacts, assessment: Assessment, remedy: string | undefined): string {
  const { item, single, figures } = facts
  const gap = item.gap?.text ?? single?.gap?.text
  const todo = `${tellRemedy(facts, remedy)}${remedy?.includes('负责') === true ? '' : responsible(facts)}`
  if (single !== undefined) return `${sentence([ownValue(facts), gap, since(facts, assessment)])}${todo}`
  const failing = figures.filter(({ state }) => state === 'unmet')
  const names = failing.slice(0, NAMED).map((figure) => named(facts, figure, assessment))
  const rest = failing.length > NAMED ? `等${failing.length}个` : ''
  const total = gap === undefined || failing.length < 2 ? '' : `全县合计${gap}。`
  return `${sentence([`没有达标的${failing.length}个：${names.join('、')}${rest}`])}${total}${todo}`
}

/** What is to be done: as the pack's report says it, or what would close the gap. */
function tellRemedy({ item, dispersion, single, node }: ItemFacts, remedy: string | undefined): string {
  if (remedy !== undefined) return `怎么办：${sentence([remedy])}`
  const lift = dispersion?.level_up?.text
  if (lift !== undefined) return `怎么办：${sentence([lift])}`
  const gap = item.gap?.text ?? single?.gap?.text
  return `怎么办：${gap === undefined ? `按标准整改“${node.title}”` : `补上差距（${gap}）`}，整改后重新报数、重新认定。`
}

function ownValue({ single, node }: ItemFacts): string | undefined {
  const value = single === undefined ? '' : valueText(single, node)
  const standard = single?.standard?.text
  if (value === '') return standard === undefined ? undefined : `标准是${standard}`
  return standard === undefined ? `数值是${value}` : `标准是${standard}，实际是${value}`
}

function named(facts: ItemFacts, figure: Figure, assessment: Assessment): string {
  const { subjects, node } = facts
  const name = subjects.get(figure.subject)?.name ?? figure.subject
  const said = [valueText(figure, node), figure.gap?.text ?? '', ...failingParts(facts, figure, assessment)]
  const told = said.filter((text) => text !== '')
  return told.length === 0 ? name : `${name}（${told.join('，')}）`
}

/** What of a rule that stands on other indicators is not met there: the rule alone would only say 否. */
function failingParts(facts: ItemFacts, figure: Figure, assessment: Assessment): readonly string[] {
  const { trace, inputs } = facts
  if (figure.value !== 'false' || trace === undefined) return []
  const parts = [...trace.inputs.map((one) => one.figure), ...trace.aggregates.flatMap((one) => one.figures)]
  // Chains are at hand of the told figure alone; of the others, the figures that came with the run.
  if (figure.id === trace.figure)
    return inputs
      .filter((one) => parts.includes(one.figure) && one.state === 'unmet')
      .map(({ title, shown, unit = '', standard }) => partWords(title, `${shown}${unit}`, standard))
  const nodes = new Set(parts.map((id) => parseFigureId(id)?.node))
  return assessment.nodes
    .filter(({ id }) => nodes.has(id))
    .flatMap((part) => {
      const found = assessment.figures.find(({ node, subject }) => node === part.id && subject === figure.subject)
      return found?.state === 'unmet' ? [partWords(part.title, valueText(found, part), found.standard)] : []
    })
}

const partWords = (title: string, value: string, standard: Figure['standard']): string =>
  `${title}${value}${standard === undefined ? '' : `，标准${standard.text}`}`

function since({ single, node }: ItemFacts, { history }: Assessment): string | undefined {
  const former = history.at(-1)?.figures.find((one) => one.node === node.id && one.subject === single?.subject)
  return single === undefined || former === undefined ? undefined : changeOf(single, former, node).slice(1)
}

function tellMissing({ item, figures }: ItemFacts, assessment: Assessment): string {
  const units = [...new Set(item.deciding.map(({ unit_name: name, unit }) => name ?? unit ?? '').filter(Boolean))]
  const reasons = [
    ...new Set(figures.flatMap(({ causes = [] }) => causes.map((cause) => tellCause(cause, assessment)))),
  ]
  const who =
    units.length === 0
      ? ''
      : `补齐${units.slice(0, NAMED).join('、')}${units.length > NAMED ? `等${units.length}个单位` : ''}的数据即可认定。`
  const why = reasons.length === 0 ? '所需的数据没有报全。' : `${reasons.slice(0, NAMED).join('；')}。`
  return `${why}${who}`
}

type Cause = NonNullable<Figure['causes']>[number]

/** A cause with whose it is and, where a check found it, in which cells. */
function tellCause({ message, unit, unit_name: name = '' }: Cause, { findings }: Assessment): string {
  const whose = name === '' || message.includes(name) ? '' : `${name}：`
  const found = findings.find(
    (one) => one.unit === unit && one.file !== undefined && message.includes(one.message.replace(`${name}：`, '')),
  )
  const { file, sheet = '', cell = '' } = found ?? {}
  return `${whose}${message}${file === undefined ? '' : `（见${file}“${sheet}”${cell}）`}`
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
