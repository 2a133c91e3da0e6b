import { type CheckOptions, parseUnit } from '../../formula/index.ts'
import { type Check, type CheckSide, type Pack, type PackPath, ruleOf } from '../../packs/index.ts'
import { COUNTY, findGrain, type Place } from '../grains.ts'
import type { PackPlan } from '../plan.ts'
import { checkAt, type FormulaNotes } from './formula-notes.ts'
import { validateTemplate } from './validate-template.ts'

const truth: CheckOptions = { type: 'truth', zeroDenominator: 'not_applicable' }
const number: CheckOptions = { type: 'number', zeroDenominator: 'not_applicable' }

/** Formulas of the checks: conditions, rules, both sides and whether these can be compared at all. */
export function validateChecks(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  for (const [index, check] of (pack.checks ?? []).entries()) {
    const place: Place = check.register === undefined ? (check.grain ?? COUNTY) : { register: check.register }
    const known = typeof place === 'string' ? findGrain(pack, place) : plan.register(place.register)
    if (known === undefined) continue
    const path = ['checks', index]
    if (check.when !== undefined) checkAt(notes, [...path, 'when'], check.when, plan.scope(place), truth)
    if (check.rule !== undefined) checkAt(notes, [...path, 'rule'], check.rule, plan.scope(place), truth)
    validateSides({ plan, notes, place, path }, check)
    if (check.message !== undefined) validateTemplate(plan, notes, [...path, 'message'], check.message, place)
  }
}

interface AtCheck {
  readonly plan: PackPlan
  readonly notes: FormulaNotes
  readonly place: Place
  readonly path: PackPath
}

function validateSides(at: AtCheck, check: Check): void {
  const { sides } = check
  if (sides === undefined) return
  const before = at.notes.problems.length
  validateSide(at, 'left', sides.left)
  validateSide(at, 'right', sides.right)
  validateUnit(at, ['tolerance', 'unit'], check.tolerance?.unit)
  if (at.notes.problems.length > before) return
  // Both sides are right for themselves: what is wrong with the whole lies between them.
  const { when: _, ...always } = check
  const whole: FormulaNotes = { problems: [], source: at.notes.source }
  checkAt(whole, [...at.path, 'sides'], ruleOf(always), at.plan.scope(at.place), truth)
  for (const { code, message, suggestion } of whole.problems)
    at.notes.problems.push({
      code,
      message: `左右两边不能这样比较：${message}`,
      ...at.notes.source.place([...at.path, 'sides']),
      ...(suggestion === undefined ? {} : { suggestion }),
    })
}

function validateSide(at: AtCheck, name: 'left' | 'right', side: CheckSide): void {
  const path = ['sides', name]
  const scope = at.plan.scope(at.place)
  const options: CheckOptions = side.rounded === undefined ? { zeroDenominator: 'not_applicable' } : number
  checkAt(at.notes, [...at.path, ...path, 'formula'], side.formula, scope, options)
  validateUnit(at, [...path, 'rounded', 'unit'], side.rounded?.unit)
  const terms = side.rounded?.terms
  if (terms !== undefined) checkAt(at.notes, [...at.path, ...path, 'rounded', 'terms'], terms, scope, number)
}

function validateUnit(at: AtCheck, path: PackPath, unit: string | undefined): void {
  if (unit === undefined || parseUnit(unit) !== undefined) return
  at.notes.problems.push({
    code: 'unknown_unit_declared',
    message: `单位“${unit}”写法不对。`,
    ...at.notes.source.place([...at.path, ...path]),
  })
}
