import type { Expression } from '../formula/index.ts'
import { type Check, ruleOf } from '../packs/index.ts'
import { isCountyWide, type Place } from './grains.ts'
import type { PackPlan } from './plan.ts'
import type { Program } from './program.ts'
import { parseRowsetId, parseSymbolId } from './symbol-id.ts'

/** Where the rule of a check stands; undefined for a check that names neither a register nor a grain. */
export const placeOfCheck = (check: Check): Place | undefined =>
  check.register === undefined ? check.grain : { register: check.register }

/** The rule of a check, compiled once per pack. */
export function programOfCheck(plan: PackPlan, check: Check): Program | undefined {
  const place = placeOfCheck(check)
  return place === undefined ? undefined : plan.program(place, ruleOf(check), 'truth')
}

const readsOf = new WeakMap<PackPlan, Map<Expression, ReadonlySet<string>>>()

/** Registers that a formula reads, also through the elements and indicators that it names. */
export function registersRead(
  plan: PackPlan,
  expression: Expression | undefined,
  trail: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  if (expression === undefined) return new Set()
  const kept = readsOf.get(plan) ?? new Map<Expression, ReadonlySet<string>>()
  readsOf.set(plan, kept)
  const made = kept.get(expression)
  if (made !== undefined) return made
  const found = new Set<string>()
  const { scalars, rowsets } = expression.dependencies
  for (const rowset of rowsets) if (plan.register(rowset.id) !== undefined) found.add(rowset.id)
  for (const id of [...scalars, ...rowsets.flatMap((rowset) => rowset.columns)]) {
    const target = parseSymbolId(id)
    if (target?.kind !== 'node' || trail.has(target.id)) continue
    for (const variant of plan.node(target.id)?.variants.values() ?? [])
      for (const register of registersRead(plan, variant.formula.expression, new Set([...trail, target.id])))
        found.add(register)
  }
  if (trail.size === 0) kept.set(expression, found)
  return found
}

/** True where a formula names what is computed: that hangs on who counts, standards and effects besides its own formula. */
export function readsResults({ dependencies: { scalars, rowsets } }: Expression): boolean {
  return scalars.some(isResult) || rowsets.some(({ id }) => parseRowsetId(id).kind !== 'register')
}

function isResult(id: string): boolean {
  switch (parseSymbolId(id)?.kind) {
    case 'node':
    case 'rating':
    case 'section':
    case 'effect':
    case 'verdict':
      return true
    default:
      return false
  }
}

const chosenOf = new WeakMap<PackPlan, Map<string, readonly Check[]>>()

/** Checks that a change in one unit's rows of a register can set off, besides those of the county as a whole. */
export function checksTouching(plan: PackPlan, register: string): readonly Check[] {
  const kept = chosenOf.get(plan) ?? new Map<string, readonly Check[]>()
  chosenOf.set(plan, kept)
  const made = kept.get(register)
  if (made !== undefined) return made
  const chosen = (plan.pack.checks ?? []).filter((check) => {
    if (check.register === register) return true
    if (check.grain !== undefined && isCountyWide(plan.pack, check.grain)) return false
    const program = programOfCheck(plan, check)
    return program !== undefined && registersRead(plan, program.expression).has(register)
  })
  kept.set(register, chosen)
  return chosen
}
