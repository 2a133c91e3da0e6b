import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { otherDimensions, type RunIndex, unitOf } from '../platform/run/run-index.ts'
import { standardMessages as says } from './standard-messages.ts'

/**
 * The standard as a reader sees it, one text for each stage: with its number where the figures are at hand,
 * else as the pack declares it.
 */
export function standardTexts(index: RunIndex, node: NodeView | undefined, figures: readonly Figure[] = []): string[] {
  const applied = figures.flatMap((figure) => {
    const subject = index.subjects.get(figure.subject)
    const stage = subject === undefined ? '' : otherDimensions(subject).join('、')
    const { standard } = figure
    if (standard === undefined) return []
    return [lineOf(node, stage, standard.text, standard.text)]
  })
  if (applied.length > 0) return applied
  return byStage(index, node?.standard ?? {}).map(([stage, text]) => lineOf(node, stage, text, withoutNamespace(text)))
}

const lineOf = (node: NodeView | undefined, stage: string, standard: string, words: string): string =>
  `${stage} ${asksNoLack(node, standard) ? says.noneLacking : words}`.trim()

/** Of a number that counts what is lacking: nothing may be. */
const asksNoLack = (node: NodeView | undefined, standard: string): boolean =>
  node?.lacking === true && /^\s*=\s*0/.test(standard)

/** What is written for each stage, in the order in which the stages come: 小学 before 初中. */
export function byStage(
  index: RunIndex,
  texts: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const stages = [...new Set([...index.subjects.values()].flatMap(otherDimensions))]
  return Object.entries(texts).toSorted(([a], [b]) => stages.indexOf(a) - stages.indexOf(b))
}

/** `参数.` says to the formula language where a name lives; a reader of a table knows it by its name. */
function withoutNamespace(formula: string): string {
  return formula.replace(/参数[.．]/g, '')
}

/** The applied standard below a heading that already says the unit. */
export function standardWithoutUnit(text: string | undefined, node: NodeView): string | undefined {
  const unit = unitOf(node)
  return text !== undefined && unit !== undefined && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
}

/**
 * The standard as it applied to one unit, in the words of its column: what is judged without a number must simply be so; a line
 * that comes out as nothing for the unit (a small school) asks nothing of it, whereas one that the pack itself writes as 0 does.
 */
export function standardWords(figure: Figure | undefined, node: NodeView): string | undefined {
  const { standard, state } = figure ?? {}
  if (standard === undefined) return state === undefined || node.kind === 'element' ? undefined : says.must
  if (standard.value !== '0') return standardWithoutUnit(standard.text, node)
  if (standard.text.startsWith('=')) return node.lacking === true ? says.noneLacking : says.none
  const isWritten = Object.values(node.standard ?? {}).every((text) => /^\s*(?:≥|>=)\s*0\s*$/.test(text))
  return standard.text.startsWith('≥') && !isWritten ? says.notAsked : standardWithoutUnit(standard.text, node)
}

/** A number to sort by; exact judging never uses it. */
export function sortValue(figure: Figure | undefined): number | string | undefined {
  const value = figure?.value
  if (value === undefined) return undefined
  const [over = '', under = '1'] = value.split('/')
  const number = Number(over) / Number(under)
  return Number.isNaN(number) ? value : number
}
