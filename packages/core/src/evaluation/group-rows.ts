import { known, notApplicable, type Row, type RowView, type Value } from '../formula/index.ts'
import type { AtPlace, EvaluatedYear } from './evaluated-year.ts'
import type { NodePlan } from './plan-node.ts'

const NO_NUMBER: Value = notApplicable([{ code: 'finer_grain', message: '此项在更细的层级上取值' }])

/** The indicators of a group as rows with 值, 标准值, 达标 and 标题. */
export class MemberRow implements Row {
  readonly node: NodePlan
  readonly at: AtPlace

  constructor(node: NodePlan, at: AtPlace) {
    this.node = node
    this.at = at
  }

  get(column: string): Value {
    const { evaluation } = this.at
    if (column === 'title') return known(this.node.node.title)
    if (column === 'met') return evaluation.met(this.node, this.at)
    const index = this.at.enclosing(this.node.grain)
    if (index === undefined) return NO_NUMBER
    return column === 'value'
      ? evaluation.value(this.node, index)
      : (evaluation.judgement(this.node, index)?.limit ?? NO_NUMBER)
  }
}

export function groupRows(evaluation: EvaluatedYear, id: string): (environment: AtPlace) => RowView {
  const members = evaluation.plan.pack.groups?.find((group) => group.id === id)?.members ?? []
  const nodes = members.flatMap((member) => evaluation.plan.node(member) ?? [])
  return (environment) => ({ rows: nodes.map((node) => new MemberRow(node, environment)), absent: [] })
}
