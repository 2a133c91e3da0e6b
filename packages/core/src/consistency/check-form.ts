import type { Finding } from '../collection/index.ts'
import {
  type AtPlace,
  checksTouching,
  type Evaluation,
  type Program,
  placeOfCheck,
  programOfCheck,
  runChecks,
} from '../evaluation/index.ts'
import type { Check } from '../packs/index.ts'
import { type ComparedSide, comparedSides } from './compared-sides.ts'
import { evaluationOf, type YearInput } from './year-evaluation.ts'

/** One unit's form on the way to be handed in: `rows` are all rows of the unit, of every register and of the year before. */
export interface FormToCheck extends YearInput {
  readonly register: string
}

export interface FailedCheck {
  readonly check: string
  readonly title: string
  readonly kind?: NonNullable<Check['kind']>
  readonly severity: Check['severity']
  /** What is wrong and what to do. */
  readonly message: string
  /** Cells of the form that the check is about; empty where it is about another register of the unit. */
  readonly cells: readonly FormCell[]
  /** Left and right side with what they come to; empty where the rule compares nothing. */
  readonly sides: readonly ComparedSide[]
}

export interface FormCell {
  /** Position among the rows of the form. */
  readonly row: number
  readonly column: string
}

export interface FormChecks {
  readonly failed: readonly FailedCheck[]
  readonly passed: number
  /** Places where the check says nothing: something it needs is 未报 or 不适用. */
  readonly unknown: number
  /** Checks whose own formula is wrong. */
  readonly broken: readonly string[]
}

/**
 * Every check that a form can set off, at every row or subject of the unit. Pure and quick: this is what a form asks
 * while it is being filled.
 */
export function checkForm(form: FormToCheck): FormChecks {
  const evaluation = evaluationOf(form)
  const failed: FailedCheck[] = []
  const broken: string[] = []
  let passed = 0
  let unknown = 0
  for (const check of checksTouching(form.plan, form.register)) {
    const program = programOfCheck(form.plan, check)
    if (program === undefined || program.problems.length > 0) broken.push(check.id)
    else {
      const places = placesOf(evaluation, check)
      const contents = places.map((place) => program.run(place).content)
      const wrong = places.filter((_, at) => contents[at] === false)
      passed += contents.filter((content) => content === true).length
      unknown += contents.filter((content) => content === undefined).length
      if (wrong.length > 0) failed.push(...describe(evaluation, form, check, program, wrong))
    }
  }
  return { failed, passed, unknown, broken }
}

function placesOf(evaluation: Evaluation, check: Check): readonly AtPlace[] {
  const place = placeOfCheck(check)
  if (place === undefined) return []
  if (typeof place !== 'string') {
    const rows = evaluation.data.table(place.register)?.rows ?? []
    return rows.filter((row) => row.source.refused?.row === undefined).map((row) => evaluation.atRow(row))
  }
  const { table, at } = { table: evaluation.subjects(place), at: evaluation.place(place) }
  return [...table.subjects.keys()]
    .filter((index) => evaluation.inclusion(place, index).state !== 'excluded')
    .map((index) => at.at(index))
}

/** The words of the findings of the county's run, so that a clerk and the county read the same. */
function describe(
  evaluation: Evaluation,
  form: FormToCheck,
  check: Check,
  program: Program,
  wrong: readonly AtPlace[],
): readonly FailedCheck[] {
  const findings: readonly Finding[] = runChecks(evaluation, [check]).findings
  return wrong.map((environment, at) => ({
    check: check.id,
    title: check.title,
    ...(check.kind === undefined ? {} : { kind: check.kind }),
    severity: check.severity,
    message: findings[at]?.message ?? check.title,
    cells: cellsOf(form, check, program, environment),
    sides: findings[at]?.sides?.map(({ label, value }) => ({ label, value })) ?? comparedSides(program, environment),
  }))
}

function cellsOf(form: FormToCheck, check: Check, program: Program, environment: AtPlace): readonly FormCell[] {
  const { scalars, rowsets } = program.expression?.dependencies ?? { scalars: [], rowsets: [] }
  if (check.register === form.register) {
    const own = scalars.flatMap((id) => (id.startsWith('column:') ? [id.slice('column:'.length)] : []))
    return (check.columns ?? own).map((column) => ({ row: environment.row?.index ?? 0, column }))
  }
  const read = rowsets.filter((rowset) => rowset.id === form.register).flatMap((rowset) => rowset.columns)
  return read.map((column) => ({ row: 0, column }))
}
