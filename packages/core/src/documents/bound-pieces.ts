import type { Figure, NodeView } from '../evaluation/index.ts'
import type { FigureSource } from './figure-source.ts'
import { fillPlace } from './fill-template.ts'
import type { Binding, Piece } from './report-model.ts'

/** A title as a formula writes it: in corner brackets where it would not be read as a name. */
const namesOf = ({ title }: NodeView): readonly string[] => [title, `「${title}」`]

/** What a figure shows, with its unit; its number is bound where a formula gives the same text again. */
export function figurePieces(source: FigureSource, figure: Figure, node: NodeView): readonly Piece[] | undefined {
  if (figure.value === undefined || figure.value === 'true' || figure.value === 'false') return undefined
  const unit = node.percent === true ? '%' : (node.unit ?? '')
  const text = figure.shown.endsWith(unit) ? figure.shown : `${figure.shown}${unit}`
  return bindFirst(source, text, boundTo(node, figure, ''))
}

/** The standard of a figure in words, its number bound to the standard as it applies there. */
export const standardPieces = (source: FigureSource, text: string, figure: Figure, node: NodeView): readonly Piece[] =>
  bindFirst(source, text, boundTo(node, figure, '.标准值'))

const boundTo = (node: NodeView, { subject }: Figure, part: string): readonly Binding[] =>
  namesOf(node).map((name) => ({ grain: node.grain, subject, formula: `${name}${part}` }))

/** The first number of a text, bound to the first formula that prints it; the text as it is where none does. */
export function bindFirst(source: FigureSource, text: string, bindings: readonly Binding[]): readonly Piece[] {
  const found = /-?\d+(?:\.\d+)?%?/u.exec(text)
  if (found === null) return [{ text }]
  for (const binding of bindings)
    for (const shown of [found[0], found[0].replace('%', '')]) {
      const piece = printedAs(source, binding, shown)
      if (piece === undefined) continue
      const [before, after] = [text.slice(0, found.index), text.slice(found.index + shown.length)]
      return [{ text: before }, piece, { text: after }].filter((part) => part.text !== '')
    }
  return [{ text }]
}

/** The formula's own decimals first, then those that the text has. */
function printedAs(source: FigureSource, binding: Binding, shown: string): Piece | undefined {
  if (!isFormula(source, binding)) return undefined
  const decimals = /\.(\d+)/u.exec(shown)?.[1]?.length ?? 0
  return [binding, { ...binding, decimals }]
    .flatMap((one) => fillPlace(source, one).pieces)
    .find(({ text, bound }) => bound !== undefined && text === shown)
}

const isFormula = (source: FigureSource, { grain, subject, formula }: Binding): boolean =>
  source.evaluateAt(grain, subject, formula).problems.length === 0
