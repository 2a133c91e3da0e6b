import { type Finding, findCellPlace, isLost, type RegisterRow } from '../collection/index.ts'
import type { Check, Register } from '../packs/index.ts'
import { checkMessage, differenceAt } from './check-message.ts'
import { programOfCheck } from './check-program.ts'
import { sidesAt } from './check-sides.ts'
import { DataRow, RegisterTable } from './dataset.ts'
import { Evaluation } from './evaluation.ts'
import { type Occasion, occasionOf } from './parameter-values.ts'
import type { PackPlan } from './plan.ts'
import type { Program } from './program.ts'
import { parseSymbolId } from './symbol-id.ts'
import { readYear } from './year-data.ts'

/** Tests rows of one register as they are read, by those checks of the pack that look at nothing but the row itself. */
export interface RowChecks {
  /** How many checks of the register can be told from a row alone; the others wait for the evaluation. */
  readonly count: number
  run(rows: readonly RegisterRow[]): readonly Finding[]
}

interface RowCheck {
  readonly check: Check
  readonly program: Program
  readonly columns: readonly string[]
}

/** Prepares the row checks of a register. A check whose inputs are missing says nothing, as in the evaluation. */
export function planRowChecks(
  plan: PackPlan,
  register: Register,
  year: number,
  occasion: Omit<Occasion, 'date'>,
): RowChecks {
  const own = (plan.pack.checks ?? []).filter((check) => check.register === register.id)
  const checks = own.flatMap((check) => readCheck(plan, check) ?? [])
  const options = {
    occasion: occasionOf(plan.pack, year, occasion.countyCode),
    countyName: '',
    previous: undefined,
    earlier: [],
  }
  const data = readYear(plan, [], year)
  return {
    count: checks.length,
    run(rows) {
      if (checks.length === 0) return []
      const evaluation = new Evaluation(plan, data, options)
      const table = new RegisterTable(plan.pack, register, [], (unit) => (unit === '' ? '本县' : unit), new Map())
      return rows.flatMap((source, index) => {
        if (source.refused?.row !== undefined || isLost(register, source)) return []
        const row = new DataRow(table, source, index)
        const environment = evaluation.atRow(row)
        return checks.flatMap(({ check, program, columns }) => {
          if (program.run(environment).content !== false) return []
          const sides = sidesAt(environment, check)
          const difference = differenceAt(environment, check)
          const found = describe(check, checkMessage(environment, check, sides), row, columns[0])
          return [
            {
              ...found,
              ...(sides.length === 0 ? {} : { sides: [...sides] }),
              ...(difference === undefined ? {} : { difference }),
            },
          ]
        })
      })
    },
  }
}

/** Undefined for a rule with mistakes and for one that looks beyond its row. */
function readCheck(plan: PackPlan, check: Check): RowCheck | undefined {
  const program = programOfCheck(plan, check)
  const needs = program?.expression?.dependencies
  if (program === undefined || needs === undefined || needs.rowsets.length > 0) return undefined
  if (!needs.scalars.every((id) => isOfRow(plan, id))) return undefined
  const read = needs.scalars.flatMap((id) => (id.startsWith('column:') ? [id.slice(7)] : []))
  return { check, program, columns: check.columns ?? read }
}

function isOfRow(plan: PackPlan, id: string): boolean {
  const target = parseSymbolId(id)
  switch (target?.kind) {
    case 'column':
    case 'dimension':
    case 'year':
    case 'evaluated_on':
      return true
    case 'parameter':
      return plan.parameter(target.id)?.values.every((entry) => entry.when === undefined) === true
    default:
      return false
  }
}

function describe(check: Check, message: string, row: DataRow, column: string | undefined): Finding {
  const { source, unit, table } = row
  const isHard = check.severity === '强制'
  const place = column === undefined ? undefined : findCellPlace(source.source, column)
  return {
    level: 'check',
    code: isHard ? 'hard_check' : 'soft_check',
    message: unit === '' ? message : `${unit}：${message}`,
    advice: isHard ? '请核对原始数据，更正后重新上报；更正前有关数据按存疑处理' : '请核实；情况属实的，请写明原因',
    file: source.source.file,
    sheet: source.source.sheet,
    ...place,
    register: table.register.id,
    ...(column === undefined ? {} : { column }),
    ...(unit === '' ? {} : { unit, unit_name: table.nameOf(unit) }),
    check: check.id,
    ...(check.kind === undefined ? {} : { check_kind: check.kind }),
  }
}
