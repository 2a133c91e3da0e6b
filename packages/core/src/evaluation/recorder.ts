import type { Environment, Row, RowView, Value } from '../formula/index.ts'
import type { ExtraNames } from './evaluated-county.ts'
import type { AtPlace, EvaluatedYear } from './evaluated-year.ts'
import { figureId } from './figure-id.ts'
import { MemberRow } from './group-rows.ts'
import type { NodePlan } from './plan-node.ts'
import { SubjectRow } from './subject-rows.ts'
import { parseSymbolId, type SymbolTarget } from './symbol-id.ts'

/** An environment that notes which figures are read through it, in order of first use. */
export interface Recorder extends Environment {
  readonly figures: Set<string>
}

/** Id of a name that exists only where the formula stands. */
export const extraId = (name: string): string => `extra:${name}`

export function recordAt(environment: AtPlace, extra: ExtraNames = {}): Recorder {
  const figures = new Set<string>()
  const { evaluation } = environment
  return {
    figures,
    scalar: (id) => {
      const own = id.startsWith('extra:') ? extra[id.slice('extra:'.length)] : undefined
      if (own !== undefined) return own
      noteScalar(figures, environment, id)
      return environment.scalar(id)
    },
    rows: (rowset) => recordRows(evaluation, figures, environment.rows(rowset)),
    scalarAt: (id, shifts) => environment.scalarAt(id, shifts),
    rowsAt: (rowset, shifts) => environment.rowsAt(rowset, shifts),
  }
}

function noteScalar(figures: Set<string>, environment: AtPlace, id: string): void {
  const target = parseSymbolId(id)
  for (const node of nodesOf(environment.evaluation, target))
    for (const figure of figuresAt(environment, node)) figures.add(figure)
}

/** The nodes that a name stands on: itself, or all that bring points to a rating. */
function nodesOf({ plan }: EvaluatedYear, target: SymbolTarget | undefined): readonly NodePlan[] {
  if (target?.kind === 'rating') return plan.rating(target.id)?.items.map(({ node }) => node) ?? []
  const node = target?.kind === 'node' ? plan.node(target.id) : undefined
  return node === undefined ? [] : [node]
}

/** The figures that a node's name means at a place: one, or those of all subjects inside. */
export function figuresAt(environment: AtPlace, node: NodePlan): readonly string[] {
  const { subjects } = environment.evaluation.subjects(node.grain)
  const own = environment.enclosing(node.grain)
  const indexes = own === undefined ? environment.inside(node.grain).inside : [own]
  return indexes.map((index) => figureId(node.id, subjects[index]?.id ?? ''))
}

function recordRows(evaluation: EvaluatedYear, figures: Set<string>, view: RowView): RowView {
  return { rows: view.rows.map((row) => recordRow(evaluation, figures, row)), absent: view.absent }
}

function recordRow(evaluation: EvaluatedYear, figures: Set<string>, row: Row): Row {
  if (!(row instanceof SubjectRow || row instanceof MemberRow)) return row
  return {
    ...(row instanceof SubjectRow ? { unit: row.unit } : {}),
    get(column: string): Value {
      if (row instanceof MemberRow) for (const figure of figuresAt(row.at, row.node)) figures.add(figure)
      else noteColumn(evaluation, figures, row, column)
      return row.get(column)
    },
  }
}

function noteColumn(evaluation: EvaluatedYear, figures: Set<string>, row: SubjectRow, column: string): void {
  const [name = ''] = column.split('.')
  const node = evaluation.plan.node(name)
  if (node?.grain === row.grain)
    figures.add(figureId(name, evaluation.subjects(row.grain).subjects[row.index]?.id ?? ''))
}
