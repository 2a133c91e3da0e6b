import type { CheckOptions, Problem } from '../../formula/index.ts'
import { check } from '../../formula/index.ts'
import type { Pack, PackPath } from '../../packs/index.ts'
import { COUNTY, findGrain } from '../grains.ts'
import type { PackPlan } from '../plan.ts'
import { grainOfEffect } from '../rating/effects-of.ts'
import { ladderScope } from '../rating/plan-rating.ts'
import { rosterIds } from '../roster.ts'
import { checkAt, type FormulaNotes, noteFormulaProblem } from './formula-notes.ts'
import { validateChecks } from './validate-checks.ts'

const truth: CheckOptions = { type: 'truth', zeroDenominator: 'not_applicable' }

/** Every other formula of a pack that decides something: who is in, what applies, what must agree, what strikes. */
export function validateConditions(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  for (const [index, register] of pack.registers.entries()) {
    for (const [at, column] of register.columns.entries()) {
      if (column.applicable === undefined) continue
      checkAt(
        notes,
        ['registers', index, 'columns', at, 'applicable'],
        column.applicable,
        plan.scope({ register: register.id }),
        truth,
      )
    }
  }
  validateExpected(pack, plan, notes)
  validateGrains(pack, plan, notes)
  validateParameterConditions(pack, plan, notes)
  validateChecks(pack, plan, notes)
  for (const [index, rating] of (pack.ratings ?? []).entries()) {
    if (findGrain(pack, rating.grain) === undefined) continue
    const scope = ladderScope(plan.scope(rating.grain), rating)
    for (const [at, { when }] of rating.ladder.entries())
      if (when !== undefined) checkAt(notes, ['ratings', index, 'ladder', at, 'when'], when, scope, truth)
  }
  if (pack.verdict !== undefined)
    checkAt(notes, ['verdict', 'formula'], pack.verdict.formula, plan.scope(COUNTY), truth)
  for (const [index, effect] of (pack.effects ?? []).entries()) {
    const grain = grainOfEffect(pack, effect)
    if (findGrain(pack, grain) === undefined) continue
    checkAt(notes, ['effects', index, 'when'], effect.when, plan.scope(grain), truth)
    if (effect.grounds !== undefined)
      checkAt(notes, ['effects', index, 'grounds'], effect.grounds, plan.scope(grain), { type: 'text' })
  }
}

function validateGrains(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  for (const [index, grain] of (pack.grains ?? []).entries()) {
    for (const [value, text] of Object.entries(grain.exists ?? {})) {
      if (plan.register(grain.from ?? '') === undefined) continue
      checkAt(notes, ['grains', index, 'exists', value], text, plan.scope({ register: grain.from ?? '' }), truth)
    }
    for (const [at, exclusion] of (grain.exclusions ?? []).entries()) {
      checkAt(notes, ['grains', index, 'exclusions', at, 'when'], exclusion.when, plan.scope(grain.id), truth)
    }
  }
}

/** Who has to send a register is asked of the registers of units: the condition must make sense in one at least. */
function validateExpected(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  const rosters = [...rosterIds(plan)].filter((id) => plan.register(id) !== undefined)
  for (const [index, { expected }] of pack.registers.entries()) {
    if (expected === undefined || rosters.length === 0) continue
    const tried = rosters.map((register) => check(expected, plan.scope({ register }), truth).problems)
    noteLeast(notes, ['registers', index, 'expected'], expected, tried)
  }
}

/** Says what is wrong where it is least wrong; nothing when it is right somewhere. */
function noteLeast(notes: FormulaNotes, path: PackPath, text: string, tried: readonly (readonly Problem[])[]): void {
  const least = tried.toSorted((a, b) => a.length - b.length)[0] ?? []
  for (const problem of least) noteFormulaProblem(notes, path, text, problem)
}

/** A condition holds at the grain of whoever uses the parameter: it must make sense at one of them at least. */
function validateParameterConditions(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  for (const [index, parameter] of (pack.parameters ?? []).entries()) {
    for (const [at, entry] of parameter.values.entries()) {
      const { when } = entry
      if (when === undefined) continue
      const tried = plan.grains.map((grain) => check(when, plan.scope(grain.id), truth).problems)
      noteLeast(notes, ['parameters', index, 'values', at, 'when'], when, tried)
    }
  }
}
