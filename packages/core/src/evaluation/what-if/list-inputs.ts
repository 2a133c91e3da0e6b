import { type CodeIndex, shownEntry } from '../../collection/index.ts'
import type { Column } from '../../packs/index.ts'
import { type CellRead, cellsRead } from '../check-sides.ts'
import type { DataRow } from '../dataset.ts'
import type { StandingCounty } from '../evaluate-county.ts'
import type { Evaluation } from '../evaluation.ts'
import { parseFigureId } from '../figure-id.ts'
import { figureView } from '../figure-view.ts'
import type { NodePlan } from '../plan-node.ts'
import { readsOfNode } from '../recompute/reads-of.ts'
import { subjectName } from '../trace-of.ts'
import { absentCells } from './absent-cells.ts'
import { type InputList, type InputView, MOST_INPUTS } from './contracts.ts'

/** What a figure stands on in this year's registers, down to the cells; undefined where there is no such figure. */
export function listInputs(
  { county: { evaluation } }: StandingCounty,
  figure: string,
  codes: ReadonlyMap<string, CodeIndex>,
): InputList | undefined {
  const { node: id = '', subject = '' } = parseFigureId(figure) ?? {}
  const node = evaluation.plan.node(id)
  const index = node === undefined ? undefined : evaluation.subjects(node.grain).indexOf(subject)
  if (node === undefined || index === undefined) return undefined
  const { expression } = evaluation.variantAt(node, index)?.formula ?? {}
  const place = evaluation.place(node.grain).at(index)
  const cells = expression === undefined ? [] : [...cellsRead(place, expression), ...absentCells(place, expression)]
  const own = cells.filter((cell) => isOpen(cell, evaluation.data.year))
  const view = figureView(evaluation, node, index)
  return {
    figure,
    title: node.node.title,
    subject: subjectName(evaluation, node.grain, index),
    ...(node.node.unit !== undefined && { unit: node.node.unit }),
    shown: view.shown,
    ...(view.state !== undefined && { state: view.state }),
    is_number: expression?.type === 'number',
    ...(view.standard !== undefined && { standard: view.standard.text }),
    ...(view.gap !== undefined && { gap: view.gap.text }),
    can_meet: node.indicator?.gap !== undefined,
    parts: partsOf(evaluation, node, index),
    inputs: own.slice(0, MOST_INPUTS).flatMap((cell) => inputView(cell, evaluation.data.nameOf(cell.row.unit), codes)),
    input_count: own.length,
  }
}

/** The figures that its formula names, at the subject that each of them has here. */
function partsOf(evaluation: Evaluation, node: NodePlan, index: number): InputList['parts'] {
  const environment = evaluation.place(node.grain).at(index)
  return [...readsOfNode(evaluation.plan, node).nodes].flatMap((id) => {
    const part = evaluation.plan.node(id)
    const at = part === undefined ? undefined : environment.enclosing(part.grain)
    if (part === undefined || at === undefined || evaluation.variantAt(part, at) === undefined) return []
    const { id: figure, shown, state } = figureView(evaluation, part, at)
    return [{ figure, title: part.node.title, shown, ...(state !== undefined && { state }) }]
  })
}

/** Keys say whose a row is, and personal cells are nobody's to play with. */
function isOpen({ row, column }: CellRead, year: number): boolean {
  const declared = row.table.columns.get(column)
  return (
    row.source.year === year &&
    declared !== undefined &&
    declared.dimension === undefined &&
    declared.personal === undefined
  )
}

function inputView(
  { row, column: id }: CellRead,
  unitName: string,
  codes: ReadonlyMap<string, CodeIndex>,
): readonly InputView[] {
  const column = row.table.columns.get(id)
  if (column === undefined) return []
  const { register } = row.table
  return [
    {
      register: register.id,
      register_title: register.title,
      key: keyOf(row),
      owner: ownerOf(row, unitName),
      column: id,
      title: column.title,
      ...(column.unit !== undefined && { unit: column.unit }),
      text: shownEntry(row.source.values[id], column, codes),
      ...fieldOf(column, codes),
    },
  ]
}

/** Values of the key columns of a row. */
export function keyOf(row: DataRow): Record<string, string> {
  const keys = row.table.register.columns.filter(({ dimension }) => dimension !== undefined)
  return Object.fromEntries(keys.map(({ id }) => [id, String(row.source.values[id] ?? '')]))
}

function ownerOf(row: DataRow, unitName: string): string {
  const others = Object.values(keyOf(row)).filter((value) => value !== row.unit)
  const name = row.unit === '' ? '本县' : unitName
  return others.length === 0 ? name : `${name}（${others.join('、')}）`
}

function fieldOf(column: Column, codes: ReadonlyMap<string, CodeIndex>): Pick<InputView, 'type' | 'choices'> {
  switch (column.type) {
    case 'boolean':
      return { type: 'choice', choices: ['是', '否'] }
    case 'code':
      return {
        type: 'choice',
        choices: codes.get(column.codes ?? '')?.list.codes.map(({ title }) => title) ?? [],
      }
    case 'integer':
    case 'number':
    case 'year':
      return { type: 'number' }
    case 'text':
    case 'date':
      return { type: 'text' }
  }
}
