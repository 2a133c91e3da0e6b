import type { Expression } from '../formula/index.ts'
import { type Check, formulasOf, parseTemplate } from '../packs/index.ts'
import { placeOfCheck, programOfCheck } from './check-program.ts'
import type { Place } from './grains.ts'
import type { PackPlan } from './plan.ts'
import { parseRowsetId, parseSymbolId } from './symbol-id.ts'

/** Every `register.column` that a check reads: in its rule, its sides and its words, also through the elements they name. */
export function columnsReadBy(plan: PackPlan, check: Check): ReadonlySet<string> {
  const place = placeOfCheck(check)
  const found = new Set<string>()
  if (place === undefined) return found
  const { sides, message } = check
  const texts = [sides?.left.formula, sides?.right.formula, ...formulasOf(parseTemplate(message ?? ''))]
  const programs = texts.flatMap((text) => (text === undefined ? [] : [plan.program(place, text)]))
  for (const program of [programOfCheck(plan, check), ...programs])
    if (program?.expression !== undefined) collect(plan, place, program.expression, found, new Set())
  return found
}

/** Every `register.column` that formulas at one place read, also through the elements they name. */
export function columnsReadIn(plan: PackPlan, place: Place, formulas: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const formula of formulas) {
    const { expression } = plan.program(place, formula)
    if (expression !== undefined) collect(plan, place, expression, found, new Set())
  }
  return found
}

function collect(plan: PackPlan, place: Place, expression: Expression, into: Set<string>, seen: Set<string>): void {
  const { scalars, rowsets } = expression.dependencies
  const nodes = new Set<string>()
  for (const id of scalars) {
    const target = parseSymbolId(id)
    if (target?.kind === 'column' && typeof place !== 'string') into.add(`${place.register}.${target.id}`)
    if (target?.kind === 'node') nodes.add(target.id)
  }
  for (const rowset of rowsets) {
    const isRegister = parseRowsetId(rowset.id).kind === 'register'
    for (const column of rowset.columns)
      if (isRegister) into.add(`${rowset.id}.${column}`)
      else nodes.add(column.split('.')[0] ?? '')
  }
  for (const id of nodes) {
    const node = plan.node(id)
    if (node === undefined || seen.has(id)) continue
    seen.add(id)
    for (const { formula } of node.variants.values())
      if (formula.expression !== undefined) collect(plan, node.grain, formula.expression, into, seen)
  }
}
