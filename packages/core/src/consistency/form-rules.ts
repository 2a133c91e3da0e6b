import { type CellValue, planReading, type RegisterRow, readEntry } from '../collection/index.ts'
import { columnsReadBy, inspectRegister, type PackPlan, planPack } from '../evaluation/index.ts'
import type { Check, Column, Pack, Register } from '../packs/index.ts'
import { checkForm } from './check-form.ts'
import { blankFindings, cellFinding, checkFinding, type FormFinding } from './form-findings.ts'

/** A row that stands beside the form: what the unit has in another register, or had a year ago. */
export interface BesideRow {
  readonly register: string
  readonly year: number
  readonly values: Readonly<Record<string, CellValue>>
}

/** All that a page needs to check a form by itself. */
export interface FormRules {
  readonly pack: Pack
  readonly register: string
  readonly year: number
  readonly beside: readonly BesideRow[]
}

/** Checks of a form that can be told without anybody's personal columns. */
export function impersonalChecks(plan: PackPlan, checks: readonly Check[]): readonly Check[] {
  const personal = new Set(
    plan.pack.registers.flatMap((register) =>
      register.columns.flatMap(({ id, personal }) => (personal === undefined ? [] : [`${register.id}.${id}`])),
    ),
  )
  return checks.filter((check) => ![...columnsReadBy(plan, check)].some((column) => personal.has(column)))
}

/** The pack with these checks and what they can stand on: no documents, no judgements, few words. */
export function packOfRules(pack: Pack, checks: readonly Check[]): Pack {
  const { statistics: _s, derive: _d, outliers: _o, forms: _f, reports: _r, golden: _g, ...rest } = pack
  return {
    ...rest,
    checks: checks.map(({ basis: _, ...check }) => check),
    registers: pack.registers.map(({ synonyms: _s, note: _n, basis: _b, ...register }) => ({
      ...register,
      columns: register.columns.map(({ synonyms: _cs, note: _cn, basis: _cb, ...column }) => column),
    })),
  }
}

/**
 * Rows as they may be sent to a page: only columns that `pack` speaks of, none that is personal. What tells rows of a
 * roster apart is replaced by their number.
 */
export function besideRows(pack: Pack, rows: readonly RegisterRow[]): readonly BesideRow[] {
  const spoken = JSON.stringify([pack.checks, pack.elements, pack.grains, pack.parameters])
  const kept = new Map(
    pack.registers.map((register) => [
      register.id,
      register.columns.filter(
        ({ id, title, dimension }) => dimension !== undefined || spoken.includes(id) || spoken.includes(title),
      ),
    ]),
  )
  return rows.map(({ register, year, values }, at) => ({
    register,
    year,
    values: Object.fromEntries(
      (kept.get(register) ?? []).flatMap(({ id, personal, dimension }): [string, CellValue][] => {
        const value = values[id]
        if (value === undefined) return []
        if (personal === undefined) return [[id, value]]
        return dimension === undefined ? [] : [[id, String(at)]]
      }),
    ),
  }))
}

/** One row of the form as its cells are typed. */
export interface TypedRow {
  readonly rowNo: number
  readonly texts: Readonly<Record<string, string>>
}

export interface RuleOutcome {
  readonly findings: readonly FormFinding[]
  /** Ids of the columns that each row need not hold. */
  readonly notApplicable: ReadonlyMap<number, readonly string[]>
  readonly filledCells: number
}

export type RunRules = (rows: readonly TypedRow[]) => RuleOutcome

const nowhere = { file: '', sheet: '', row: undefined, cellOf: () => undefined }

/** Of personal cells a page may see only a mask: whether one is right, the server tells. */
const isTold = ({ personal }: Column): boolean => personal === undefined

/** Cells that hold a value; a mask stands for one. */
function countFilled({ columns }: Register, { texts }: TypedRow, { values }: RegisterRow): number {
  return columns.filter((column) =>
    isTold(column) ? values[column.id] !== undefined : (texts[column.id] ?? '') !== '',
  ).length
}

/** Prepares the rules of a form once; what comes back says what is wrong with typed rows, as the server would. */
export function prepareRules({ pack, register: id, year, beside }: FormRules): RunRules {
  const plan = planPack(pack)
  const register = plan.register(id)
  const { codes } = planReading(pack.registers, pack.codes ?? [])
  const context = beside.map((row): RegisterRow => ({ ...row, source: nowhere }))
  const rowOf = ({ texts }: TypedRow): RegisterRow => {
    const values: Record<string, CellValue> = {}
    const refused: Record<string, string> = {}
    for (const column of register?.columns ?? []) {
      const entry = readEntry(texts[column.id] ?? '', column, codes)
      if (entry.value !== undefined) values[column.id] = entry.value
      if (entry.refusedText !== undefined) refused[column.id] = entry.refusedText
    }
    const isRefused = Object.keys(refused).length > 0
    return { register: id, year, values, source: nowhere, ...(isRefused && { refused: { cells: refused } }) }
  }
  const refusedCells = ({ columns }: Register, rowNo: number, texts: TypedRow['texts']): readonly FormFinding[] =>
    columns.filter(isTold).flatMap((column) => {
      const text = texts[column.id] ?? ''
      const { refusedText, problem } = readEntry(text, column, codes)
      if (refusedText === undefined) return []
      return [cellFinding(column, rowNo, { text, ...(problem !== undefined && { problem }) })]
    })
  return (typed) => {
    if (register === undefined) return { findings: [], notApplicable: new Map(), filledCells: 0 }
    const rows = typed.map(rowOf)
    const rowNos = typed.map(({ rowNo }) => rowNo)
    const inspected = inspectRegister({ plan, register: id, year, county: { code: '', name: '' }, rows })
    const numberOf = (row: RegisterRow): number => rowNos[rows.indexOf(row)] ?? 0
    const { failed } = checkForm({ plan, register: id, year, rows: [...rows, ...context] })
    return {
      findings: [
        ...typed.flatMap(({ rowNo, texts }) => refusedCells(register, rowNo, texts)),
        ...inspected.flatMap(({ row, blank }) => blankFindings(register, numberOf(row), blank)),
        ...failed.map((one) => checkFinding(one, rowNos)),
      ],
      notApplicable: new Map(inspected.map(({ row, notApplicable }) => [numberOf(row), notApplicable])),
      filledCells: typed.reduce((sum, one) => sum + countFilled(register, one, rowOf(one)), 0),
    }
  }
}
