import { isOwed, taskStates } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import { findUnitColumn } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { counts } from '../counting-submissions.ts'
import { showRow } from '../entry/show-row.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { stillReportable } from '../tasks/still-reportable.ts'
import { stateOf } from '../tasks/task-row.ts'

/** A unit's register for a year; of a register of the county itself `path` is the county's. */
export interface FormWanted {
  readonly county: string
  readonly path: string
  readonly year: number
  readonly register: string
}

/** One cell of it. */
export interface CellWanted {
  readonly column: string
  /** Which of several rows: column → value as the form shows it. */
  readonly row?: Readonly<Record<string, string>> | undefined
}

/** What a unit has reported or has still to report in a register. */
export interface ReportedForm {
  readonly rows: readonly { readonly rowNo: number; readonly shown: ReturnType<typeof showRow> }[]
  readonly task: TaskFound | undefined
}

export interface ReportedCell {
  /** As the form shows it; empty where nothing stands there. */
  readonly text: string
  /** 0 where the form has not been begun. */
  readonly rowNo: number
  readonly task?: {
    readonly taskId: string
    /** Whose form it is. */
    readonly path: string
    readonly state: string
    readonly period: string
    /** The unit has it before it, to be filled in. */
    readonly isOpen: boolean
  }
}

interface TaskFound {
  readonly task_id: string
  readonly org_path: string
  readonly state: string
  readonly period_title: string
  readonly is_reportable: boolean
}

/** The rows that stand for a unit's register, and the form in which they can be changed. */
export async function findReportedForm(ctx: Ctx, pack: TaskPack, wanted: FormWanted): Promise<ReportedForm> {
  const register = pack.register(wanted.register)
  const isOfCounty = findUnitColumn(pack.pack, register) === undefined
  const home = register.home ?? pack.pack.pack.id
  const table = await getRegisterTable(ctx.db, pack, register)
  const rows = await readStored(ctx, table, { ...wanted, home, isOfCounty })
  const [task] = await ctx.db.run<TaskFound>(
    `select task_id, org_path, state, period_title, ${stillReportable} as is_reportable from collection_tasks
     where county_code = $1 and register = $2 and year = $3 and (org_path = $4 or $5)
     order by opens_on desc, task_id limit 1`,
    [wanted.county, register.id, wanted.year, wanted.path, isOfCounty && wanted.path === areaPath(wanted.county)],
  )
  return { rows: rows.map((row) => ({ rowNo: row.rowNo, shown: showRow(pack, register, row, undefined) })), task }
}

/** What stands in one cell of such a form. */
export function cellOf({ rows, task }: ReportedForm, { column, row = {} }: CellWanted): ReportedCell {
  const found = rows.find(({ shown: { cells } }) => Object.entries(row).every(([name, value]) => cells[name] === value))
  return {
    text: found?.shown.refused[column] ?? found?.shown.cells[column] ?? '',
    rowNo: found?.rowNo ?? 0,
    ...(task !== undefined && {
      task: {
        taskId: task.task_id,
        path: task.org_path,
        period: task.period_title,
        state: taskStates[stateOf(task)],
        isOpen: isOwed(task.state) && task.is_reportable,
      },
    }),
  }
}

/** Rows of a register that are looked through for the one that is meant: of one unit, or of the county's own register. */
const ROWS = 500

interface StoredWanted extends FormWanted {
  readonly home: string
  readonly isOfCounty: boolean
}

/** Of its tasks before what was read from folders, the newest first. */
async function readStored(ctx: Ctx, table: RegisterTable, of: StoredWanted): Promise<readonly StoredRow[]> {
  const [newest] = await ctx.db.run<{ submission_id: string }>(
    `select s.submission_id from collection_submissions s
     where s.county_code = $1 and s.register = $2 and s.year = $3 and s.pack_id = $4 and ${counts('s')}
       and exists (select from ${quoteName(table.name)} r where r.county_code = s.county_code
         and r.submission_id = s.submission_id and (r.org_path = $5 or $6))
     order by (s.task_id is not null) desc, s.created_at desc, s.submission_id limit 1`,
    [of.county, of.register, of.year, of.home, of.path, of.isOfCounty],
  )
  if (newest === undefined) return []
  return readRegisterRows(ctx.db, table, {
    county: of.county,
    submissionId: newest.submission_id,
    limit: ROWS,
    ...(!of.isOfCounty && { paths: [of.path] }),
  })
}
