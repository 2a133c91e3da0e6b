import type { Expression, Scope } from '../../formula/index.ts'
import type { Element, Indicator, Pack, PackPath } from '../../packs/index.ts'
import { findGrain } from '../grains.ts'
import type { PackPlan } from '../plan.ts'
import { extendScope } from '../program.ts'
import { judgedBy, judgedNames, scoredNames } from '../rating/judged-names.ts'
import { scoreOptions } from '../rating/plan-rating.ts'
import { parseSymbolId } from '../symbol-id.ts'
import { checkAt, type FormulaNotes } from './formula-notes.ts'

type NodeEdges = Map<string, { readonly path: PackPath; readonly title: string; readonly uses: Set<string> }>

/** Formulas and standards of elements and indicators: names, types, units, policies, and no node built on itself. */
export function validateNodes(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  const edges: NodeEdges = new Map()
  for (const section of ['elements', 'indicators'] as const) {
    for (const [index, node] of (pack[section] ?? []).entries()) {
      if (findGrain(pack, node.grain) === undefined) continue
      validateNode(plan, node, [section, index], notes, edges)
    }
  }
  noteCycles(edges, notes)
}

function validateNode(
  plan: PackPlan,
  node: Element | Indicator,
  path: PackPath,
  notes: FormulaNotes,
  edges: NodeEdges,
): void {
  const uses = new Set<string>()
  edges.set(node.id, { path: [...path, 'formula'], title: node.title, uses })
  const scope = plan.scope(node.grain)
  const options = {
    ...(node.unit === undefined ? {} : { unit: node.unit }),
    ...(node.zero_denominator === undefined ? {} : { zeroDenominator: zeroPolicies[node.zero_denominator] }),
    requireZeroPolicy: true,
  }
  for (const [key, text] of entriesOf(node.formula)) {
    const expression = checkAt(notes, [...path, 'formula', ...key], text, scope, options)
    for (const used of nodesUsed(expression)) uses.add(used)
  }
  if (!('missing' in node)) return
  validateIndicator(plan, node, path, notes)
}

const zeroPolicies = { 不适用: 'not_applicable', 错误: 'error' } as const

function validateIndicator(plan: PackPlan, node: Indicator, path: PackPath, notes: FormulaNotes): void {
  const scope = plan.scope(node.grain)
  const type = plan.typeOf(node.id)
  const withValue = extendScope(scope, judgedNames(node, plan.expressionOf(node.id)))
  for (const [key, text] of node.standard === undefined ? [] : entriesOf(node.standard)) {
    checkStandard(notes, [...path, 'standard', ...key], text, withValue)
  }
  for (const [at, { standard }] of (node.levels ?? []).entries())
    if (standard !== undefined) checkStandard(notes, [...path, 'levels', at, 'standard'], standard, withValue)
  if (node.score !== undefined)
    checkAt(
      notes,
      [...path, 'score'],
      node.score,
      extendScope(scope, scoredNames(node, plan.expressionOf(node.id))),
      scoreOptions,
    )
  if (node.standard === undefined && type !== 'truth') {
    notes.problems.push({
      code: 'standard_missing',
      message: `指标“${node.title}”的结果不是“是/否”，要写 standard:，例如 ≥ 参数.某标准线。`,
      ...notes.source.place([...path, 'formula']),
    })
  }
  for (const key of ['grounds', 'evidence_given'] as const) {
    const text = node[key]
    if (text !== undefined) checkAt(notes, [...path, key], text, scope, { type: 'text' })
  }
  validateEvidence(node, path, scope, notes)
  if (node.gap !== undefined && scope.findScalar(node.gap.solve.split('.')) === undefined) {
    checkAt(notes, [...path, 'gap', 'solve'], node.gap.solve, scope, {})
  }
}

/** Who owes a material is asked at the indicator's subjects, and said in words. */
function validateEvidence({ evidence = [] }: Indicator, path: PackPath, scope: Scope, notes: FormulaNotes): void {
  for (const [at, { title, when, reason }] of evidence.entries()) {
    const place = [...path, 'evidence', at]
    if (when !== undefined)
      checkAt(notes, [...place, 'when'], when, scope, { type: 'truth', zeroDenominator: 'not_applicable' })
    if ((when === undefined) === (reason === undefined)) continue
    const message =
      reason === undefined
        ? `佐证材料“${title}”有条件，要写 reason:，说明由谁提供，不适用的单位会看到。`
        : `佐证材料“${title}”写了 reason: 却没有 when:；没有条件的，说明写在 note:。`
    notes.problems.push({ code: 'evidence_condition', message, ...notes.source.place(place) })
  }
}

function checkStandard(notes: FormulaNotes, path: PackPath, text: string, scope: Scope): void {
  const whole = judgedBy(text)
  checkAt(notes, path, whole, scope, { type: 'truth', zeroDenominator: 'not_applicable' }, whole.length - text.length)
}

function entriesOf(staged: Indicator['formula']): [key: readonly string[], text: string][] {
  return typeof staged === 'string' ? [[[], staged]] : Object.entries(staged).map(([stage, text]) => [[stage], text])
}

/** Nodes whose value an expression reads, directly or through the subjects of a finer grain. */
function nodesUsed(expression: Expression | undefined): string[] {
  if (expression === undefined) return []
  const { scalars, rowsets } = expression.dependencies
  return [...scalars, ...rowsets.flatMap((rowset) => rowset.columns)].flatMap((id) => {
    const target = parseSymbolId(id)
    return target?.kind === 'node' ? [target.id] : []
  })
}

function noteCycles(edges: NodeEdges, notes: FormulaNotes): void {
  const finished = new Set<string>()
  const visit = (id: string, trail: readonly string[]): void => {
    const edge = edges.get(id)
    if (edge === undefined || finished.has(id)) return
    const start = trail.indexOf(id)
    if (start >= 0) {
      const titles = [...trail.slice(start), id].map((step) => edges.get(step)?.title ?? step)
      notes.problems.push({
        code: 'formula_cycle',
        message: `公式循环引用：${titles.join(' → ')}。`,
        ...notes.source.place(edge.path),
      })
      return
    }
    for (const used of edge.uses) visit(used, [...trail, id])
    finished.add(id)
  }
  for (const id of edges.keys()) visit(id, [])
}
