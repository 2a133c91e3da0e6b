import { readEntry } from '@eduduty/core/collection'
import { blankFindings } from '@eduduty/core/consistency'
import { inspectRegister } from '@eduduty/core/evaluation'
import { maskIdNumber } from '@eduduty/core/identity'
import type { Register } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { guardOf, isSealed } from '../rows/cell-guard.ts'
import { countRegisterRows, readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { Task } from '../tasks/get-task.ts'
import type { CheckedTask, FoundProblem } from './checked-task.ts'
import { findTaskOutliers, keptOutliers } from './find-task-outliers.ts'
import { runTaskChecks } from './run-task-checks.ts'
import { keepFindings, storeFindings } from './store-findings.ts'
import { type RuleRow, ruleRows } from './task-rows.ts'

/** Rows of one task that are checked as a whole each time. */
export const MOST_ROWS = 3_000

/**
 * Checks everything a task holds and keeps what was found: cells, blanks, the pack's rules. With `peers` it is compared
 * with other units as well, which takes longer; without, what such a comparison found before stays while its cell does.
 */
export async function checkTask(
  ctx: Ctx,
  task: Task,
  keyring: Keyring,
  { peers = false }: { readonly peers?: boolean } = {},
): Promise<CheckedTask> {
  const { row, pack } = task
  const register = pack.register(row.register)
  if (row.submission_id === null) return storeFindings(ctx, task, nothingFilled(register))
  const table = await getRegisterTable(ctx.db, pack, register)
  const own = { county: row.county_code, submissionId: row.submission_id }
  // A great roster is checked row by row when it comes in and before it is handed in (`checkGreatRoster`).
  if ((await countRegisterRows(ctx.db, table, own)) > MOST_ROWS) return keepFindings(ctx, task)
  const stored = await readRegisterRows(ctx.db, table, own)
  const rows = ruleRows(register, row.year, stored, guardOf(keyring, register, row.county_code))
  const numbers = new Map(rows.map((one) => [one.row, one.rowNo]))
  const inspected = inspectRegister({
    plan: pack.plan(),
    register: register.id,
    year: row.year,
    county: { code: row.county_code, name: '' },
    rows: rows.map((one) => one.row),
  })
  const problems = [
    ...rows.flatMap((one) => refusedCells(pack, register, one)),
    ...inspected.flatMap(({ row: own, blank }) => blankFindings(register, numbers.get(own) ?? 0, blank)),
    ...(await runTaskChecks(ctx, task, rows, keyring)),
    ...(peers ? await findTaskOutliers(ctx, task, rows, keyring) : await keptOutliers(ctx, task, rows)),
  ]
  const filledCells = rows.reduce((sum, one) => sum + Object.keys(one.row.values).length, 0)
  const notApplicable = new Map(inspected.map((one) => [numbers.get(one.row) ?? 0, one.notApplicable] as const))
  return storeFindings(ctx, task, { problems, filledCells, notApplicable })
}

function nothingFilled(register: Register): CheckedTask {
  const columns = register.columns.filter(({ required }) => required === true).map(({ id }) => id)
  return { problems: blankFindings(register, 0, columns), filledCells: 0, notApplicable: new Map() }
}

export function refusedCells(pack: TaskPack, register: Register, { rowNo, row }: RuleRow): readonly FoundProblem[] {
  return Object.entries(row.refused?.cells ?? {}).flatMap(([id, text]) => {
    const column = register.columns.find((candidate) => candidate.id === id)
    if (column === undefined) return []
    const { problem } = readEntry(text, column, pack.reading.codes)
    return [
      {
        kind: 'cell' as const,
        severity: 'hard' as const,
        code: problem?.code ?? 'refused_cell',
        check: '',
        title: column.title,
        rowNo,
        columns: [id],
        message: isSealed(column)
          ? `${column.title}不符合要求（${maskIdNumber(text)}）`
          : (problem?.message ?? `“${text}”没有被采用`),
        advice: problem?.advice ?? '请重新填写',
      },
    ]
  })
}
