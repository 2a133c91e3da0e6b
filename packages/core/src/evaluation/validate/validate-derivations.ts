import type { CheckOptions, Expression } from '../../formula/index.ts'
import { type Derivation, type Pack, type PackPath, type Register, unitDimensions } from '../../packs/index.ts'
import { registersRead } from '../check-program.ts'
import { derivationOptions, type PackPlan } from '../plan.ts'
import { checkAt, type FormulaNotes } from './formula-notes.ts'

const truth: CheckOptions = { type: 'truth', zeroDenominator: 'not_applicable' }

/** Formulas of derived columns: their type and unit are the column's, and what they count is the unit's own. */
export function validateDerivationFormulas(pack: Pack, plan: PackPlan, notes: FormulaNotes): void {
  for (const [index, derivation] of (pack.derive ?? []).entries()) {
    const register = plan.register(derivation.register)
    if (register === undefined) continue
    const path = ['derive', index]
    const scope = plan.scope({ register: register.id })
    if (derivation.when !== undefined) checkAt(notes, [...path, 'when'], derivation.when, scope, truth)
    validateColumns({ pack, plan, notes, register, path }, derivation)
  }
}

interface AtDerivation {
  readonly pack: Pack
  readonly plan: PackPlan
  readonly notes: FormulaNotes
  readonly register: Register
  readonly path: PackPath
}

function validateColumns(at: AtDerivation, { columns }: Derivation): void {
  const { plan, notes, register } = at
  for (const [id, formula] of Object.entries(columns)) {
    const column = register.columns.find((candidate) => candidate.id === id)
    if (column === undefined) continue
    const path = [...at.path, 'columns', id]
    const expression = checkAt(
      notes,
      path,
      formula,
      plan.scope({ register: register.id }),
      derivationOptions(column.type, column.unit),
    )
    if (expression !== undefined) validateRosters(at, path, formula, expression)
  }
}

/** Only what the same unit reports may be counted: others' rows are not before the person who fills in. */
function validateRosters(at: AtDerivation, path: PackPath, formula: string, expression: Expression): void {
  const { plan, register, notes } = at
  const read = [...registersRead(plan, expression)].flatMap((id) => plan.register(id) ?? [])
  const rosters = read.filter(({ id }) => id !== register.id)
  const fitting = plan.pack.registers.filter((one) => one.id !== register.id && isOfSameUnit(at, one))
  const suggestion = `可用：${fitting.map(({ title }) => title).join('、')}。`
  if (rosters.length === 0) {
    const message = `公式没有用到别的台账，“${register.title}”的这一栏不必从名册得出。`
    notes.problems.push({ code: 'derived_from_nothing', message, ...notes.source.place(path), suggestion })
  }
  for (const roster of rosters.filter((one) => !isOfSameUnit(at, one))) {
    const found = [roster.title, roster.id].find((name) => formula.includes(name)) ?? formula
    notes.problems.push({
      code: 'derived_from_others',
      message: `“${roster.title}”不是按填报“${register.title}”的单位报的，得不出本单位的数。`,
      ...notes.source.inside(path, formula, Math.max(0, formula.indexOf(found)), [...found].length),
      suggestion,
    })
  }
}

/** Kept apart by the same units; of registers without units, filled by the same office. */
function isOfSameUnit({ pack, register }: AtDerivation, other: Register): boolean {
  const [own, others] = [unitsOf(pack, register), unitsOf(pack, other)]
  if (own.length !== others.length || own.some((unit) => !others.includes(unit))) return false
  return register.reporter === other.reporter
}

function unitsOf(pack: Pack, register: Register): readonly string[] {
  const units = unitDimensions(pack)
  return register.columns.flatMap(({ dimension }) =>
    dimension !== undefined && units.has(dimension) ? [dimension] : [],
  )
}
