import { evaluationOf, findOutliers, formPeerCheck, outlierColumns, peerCheckOf } from '@eduduty/core/consistency'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readCountyRows } from '../rows/read-county-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { Task } from '../tasks/get-task.ts'
import type { FoundProblem } from './checked-task.ts'
import { readContextRows } from './context-rows.ts'
import { showRow } from './show-row.ts'
import { type RuleRow, ruleRows } from './task-rows.ts'

/**
 * Cells of a task that stand out among other units or against the year before. Others' rows are looked at by the system
 * and never leave: what is said are medians and ranges of several. Only where the pack names such comparisons.
 */
export async function findTaskOutliers(
  ctx: Ctx,
  task: Task,
  rows: readonly RuleRow[],
  keyring: Keyring,
): Promise<readonly FoundProblem[]> {
  const { row, pack } = task
  const register = pack.register(row.register)
  if (rows.length === 0 || !(pack.pack.outliers ?? []).some((rule) => rule.register === register.id)) return []
  const table = await getRegisterTable(ctx.db, pack, register)
  const guard = guardOf(keyring, register, row.county_code)
  const before = { county: row.county_code, path: row.org_path, register, year: row.year - 1, limit: rows.length }
  const own = [...rows, ...(await readContextRows(ctx.db, pack, before, keyring))]
  const others = await reaching(ctx, [areaPath(row.county_code)], async () => {
    const of = async (year: number): Promise<readonly RuleRow[]> => {
      const wanted = { county: row.county_code, year, except: row.org_path }
      return ruleRows(register, year, await readCountyRows(ctx.db, table, wanted), guard)
    }
    return [...(await of(row.year)), ...(await of(row.year - 1))]
  })
  const evaluation = evaluationOf({
    plan: pack.plan(),
    year: row.year,
    county: { code: row.county_code, name: '' },
    rows: [...own, ...others].map((one) => one.row),
  })
  const mine = new Map(rows.map((one) => [one.row, one]))
  return findOutliers(evaluation).flatMap((outlier): FoundProblem[] => {
    const found = mine.get(outlier.row.source)
    return found === undefined ? [] : [problemOf(task, found, outlier.column, outlier.message)]
  })
}

function problemOf({ row, pack }: Task, found: RuleRow, id: string | undefined, message: string): FoundProblem {
  const register = pack.register(row.register)
  const column = register.columns.find((candidate) => candidate.id === id)
  return {
    kind: 'outlier',
    severity: 'soft',
    code: peerCheckOf(id),
    ...formPeerCheck(column),
    rowNo: found.rowNo,
    columns: id === undefined ? [] : [id],
    message,
    advice: '请核实；情况属实的，请写明原因',
    left: { label: column?.title ?? '整张表', text: shownCell(pack, register, found, id) },
  }
}

function shownCell(
  pack: Task['pack'],
  register: ReturnType<Task['pack']['register']>,
  { row }: RuleRow,
  id: string | undefined,
): string {
  if (id === undefined) return ''
  const { cells } = showRow(pack, register, { values: row.values, refused: {} }, undefined)
  return new Map(Object.entries(cells)).get(id) ?? ''
}

interface KeptRow {
  readonly code: string
  readonly check_id: string
  readonly title: string
  readonly row_no: number
  readonly column_id: string
  readonly message: string
  readonly advice: string
  readonly left_label: string | null
  readonly left_text: string | null
}

/** Cells that somebody changed after the last check: `row column`. */
async function changedCells({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<ReadonlySet<string>> {
  const changes = await db.run<{ row_no: number; column_id: string }>(
    `select distinct row_no, column_id from collection_cell_changes
     where county_code = $1 and task_id = $2 and submission_id = $3 and changed_at > $4`,
    [row.county_code, row.task_id, row.submission_id, row.checked_at],
  )
  return new Set(changes.map((one) => `${Number(one.row_no)} ${one.column_id}`))
}

/**
 * What the last comparison with others found and still holds: neither the cell nor what it was measured by has been
 * changed since. Of anything else the old figures would be told; the next comparison tells the new ones.
 */
export async function keptOutliers(
  { db }: Pick<Ctx, 'db'>,
  { row, pack }: Task,
  rows: readonly RuleRow[],
): Promise<readonly FoundProblem[]> {
  const register = pack.register(row.register)
  const kept = await db.run<KeptRow>(
    `select code, check_id, title, row_no, column_id, message, advice, left_label, left_text from collection_findings
     where county_code = $1 and task_id = $2 and kind = 'outlier' order by finding_no`,
    [row.county_code, row.task_id],
  )
  const changed = kept.length === 0 ? new Set<string>() : await changedCells({ db }, { row, pack })
  return kept.flatMap((one): FoundProblem[] => {
    const found = rows.find(({ rowNo }) => rowNo === Number(one.row_no))
    const id = one.column_id === '' ? undefined : one.column_id
    if (found === undefined || shownCell(pack, register, found, id) !== (one.left_text ?? '')) return []
    const measuredBy = outlierColumns(pack.plan(), register.id, id)
    if ([...measuredBy].some((column) => changed.has(`${found.rowNo} ${column}`))) return []
    return [
      {
        kind: 'outlier',
        severity: 'soft',
        code: one.code,
        check: one.check_id,
        title: one.title,
        rowNo: found.rowNo,
        columns: id === undefined ? [] : [id],
        message: one.message,
        advice: one.advice,
        left: { label: one.left_label ?? '', text: one.left_text ?? '' },
      },
    ]
  })
}
