import type { Figure, NodeView, State } from '../evaluation/index.ts'
import { type LooseCell, type LooseRow, placeCells } from './place-cells.ts'
import type { Align, CellOutput, SheetModel } from './sheet-model.ts'

/** Chinese word for a light. */
export function stateWord(state: State): string {
  switch (state) {
    case 'met':
      return '达标'
    case 'unmet':
      return '未达标'
    case 'undecided':
      return '待定'
    case 'not_applicable':
      return '不适用'
    case 'error':
      return '错误'
  }
}

interface CellOptions {
  readonly align?: Align
  readonly shaded?: boolean
  readonly colspan?: number
  readonly figures?: readonly string[]
}

/** A cell of text, or of a number where the text is one. */
export function cellOf(text: string | number | undefined, options: CellOptions = {}): LooseCell {
  return {
    output: outputOf(text === undefined ? '' : String(text)),
    rowspan: 1,
    colspan: options.colspan ?? 1,
    align: options.align ?? 'center',
    bold: false,
    shaded: options.shaded ?? false,
    figures: options.figures ?? [],
  }
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,13})(?:\.(\d{1,10}))?$/

function outputOf(text: string): CellOutput {
  if (text === '') return { kind: 'empty' }
  const number = PLAIN_NUMBER.exec(text)
  if (number === null) return { kind: 'text', text }
  return { kind: 'number', text, decimals: number[1]?.length ?? 0 }
}

/** What a figure shows, shaded where it is below standard; a truth shows its light. */
export function figureCell(figure: Figure | undefined, node: NodeView): LooseCell {
  if (figure === undefined) return cellOf('—')
  const truth = figure.value === 'true' || figure.value === 'false'
  const shown = truth && figure.state !== undefined ? stateWord(figure.state) : figure.shown
  const percent = node.percent === true ? shown.replace(/%$/, '') : shown
  return cellOf(percent, { shaded: figure.state === 'unmet', figures: [figure.id] })
}

export interface SheetDraft {
  readonly name: string
  readonly title: string
  readonly widths: readonly number[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly LooseCell[])[]
  readonly notes?: readonly string[]
}

/** A landscape sheet with a title, one heading row, rows and notes below. */
export function draftSheet(draft: SheetDraft): SheetModel {
  const columns = draft.widths.length
  const wide = (text: string, align: Align): LooseCell[] => [cellOf(text, { colspan: columns, align })]
  const rows: LooseRow[] = [
    { role: 'title', cells: wide(draft.title, 'center') },
    { role: 'header', cells: draft.header.map((text) => cellOf(text)) },
    ...draft.rows.map((cells): LooseRow => ({ role: 'body', cells })),
    ...(draft.notes ?? []).map((note): LooseRow => ({ role: 'note', cells: wide(note, 'left') })),
  ]
  return { name: draft.name, orientation: 'landscape', widths: draft.widths, grid: placeCells(rows, columns) }
}
