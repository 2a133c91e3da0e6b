import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { type ChangeWay, changeWays } from '../entry/note-changes.ts'
import { showRow } from '../entry/show-row.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTaskWithin, type Task } from '../tasks/get-task.ts'
import { isRoster } from '../tasks/task-row.ts'
import { parseOnlineAddress } from './online-address.ts'

/** A cell that was typed on a page, among its neighbours, with who typed it and when. */
export interface OnlineCell {
  readonly unit: string
  readonly table: string
  readonly item: string
  readonly text: string
  /** Who changed it last, until the time asked for; absent where nobody did. */
  readonly last: { readonly by: string; readonly at: string; readonly way: string } | undefined
  /** First line and column of `lines` in the sheet that the form would be. */
  readonly top: number
  readonly left: number
  readonly lines: readonly (readonly string[])[]
  readonly highlight: { readonly row: number; readonly column: number }
}

export interface OnlineCellWanted {
  readonly county: string
  readonly submissionId: string
  readonly cell: string
  /** Changes after it are not told. */
  readonly until: string
}

const RADIUS = 4

/** Undefined where the submission, or the cell in it, is not there. */
export async function findOnlineCell(
  ctx: Pick<Ctx, 'db'>,
  wanted: OnlineCellWanted,
  keyring: Keyring,
): Promise<OnlineCell | undefined> {
  const { county, submissionId } = wanted
  const [submission] = await ctx.db.run<{ task_id: string | null }>(
    'select task_id from collection_submissions where county_code = $1 and submission_id = $2',
    [county, submissionId],
  )
  if (submission === undefined || submission.task_id === null) return undefined
  const task = await getTaskWithin(ctx, { county, taskId: submission.task_id })
  const { row, pack } = task
  const register = pack.register(row.register)
  const roster = isRoster(pack, row.register)
  const place = parseOnlineAddress(register, roster, wanted.cell)
  if (place === undefined) return undefined
  const first = roster ? Math.max(0, place.ordinal - RADIUS) : 0
  const table = await getRegisterTable(ctx.db, pack, register)
  const stored = await readRegisterRows(ctx.db, table, {
    county,
    submissionId,
    offset: first,
    limit: roster ? 2 * RADIUS + 1 : 1,
  })
  const own = stored[place.ordinal - first]
  if (own === undefined) return undefined
  const guard = guardOf(keyring, register, county)
  const shown = stored.map((one) => textsOf(showRow(pack, register, one, guard)))
  const text = shown[place.ordinal - first]?.get(place.column.id) ?? ''
  const at = register.columns.indexOf(place.column)
  return {
    unit: row.unit_name,
    table: register.title,
    item: place.column.title,
    text,
    last: await findLast(ctx, task, wanted, { rowNo: roster ? own.rowNo : undefined, column: place.column.id }),
    ...(roster ? rosterPiece(task, shown, at, first, place.ordinal) : formPiece(task, shown[0], at)),
  }
}

type Texts = ReadonlyMap<string, string>

const textsOf = ({ cells, refused }: ReturnType<typeof showRow>): Texts =>
  new Map(Object.entries({ ...cells, ...refused }))

type Piece = Pick<OnlineCell, 'top' | 'left' | 'lines' | 'highlight'>

function formPiece({ row, pack }: Task, texts: Texts | undefined, at: number): Piece {
  const { columns } = pack.register(row.register)
  const top = Math.max(0, at - RADIUS)
  const lines = columns.slice(top, at + RADIUS + 1).map(({ id, title }) => [title, texts?.get(id) ?? ''])
  return { top, left: 0, lines, highlight: { row: at, column: 1 } }
}

function rosterPiece({ row, pack }: Task, shown: readonly Texts[], at: number, first: number, ordinal: number): Piece {
  const { columns } = pack.register(row.register)
  const left = Math.max(0, at - RADIUS)
  const near = columns.slice(left, at + RADIUS + 1)
  const lines = shown.map((texts) => near.map(({ id }) => texts.get(id) ?? ''))
  const headed = first === 0 ? [near.map(({ title }) => title), ...lines] : lines
  return { top: first === 0 ? 0 : first + 1, left, lines: headed, highlight: { row: ordinal + 1, column: at } }
}

/** The last change in this version of the form, or in those that it corrects. */
async function findLast(
  { db }: Pick<Ctx, 'db'>,
  { row }: Task,
  { submissionId, until }: OnlineCellWanted,
  { rowNo, column }: { readonly rowNo: number | undefined; readonly column: string },
): Promise<OnlineCell['last']> {
  const [last] = await db.run<{ actor_name: string; changed_at: string; way: ChangeWay }>(
    `with recursive versions as (
       select submission_id, supersedes from collection_submissions where county_code = $1 and submission_id = $3
       union all
       select s.submission_id, s.supersedes from collection_submissions s
         join versions v on s.county_code = $1 and s.submission_id = v.supersedes)
     select actor_name, changed_at, way from collection_cell_changes
     where county_code = $1 and task_id = $2 and submission_id in (select submission_id from versions)
       and ($4::bigint is null or row_no = $4) and column_id in ($5, '') and changed_at <= $6
     order by (column_id = '') , change_no desc limit 1`,
    [row.county_code, row.task_id, submissionId, rowNo ?? null, column, until],
  )
  return last && { by: last.actor_name, at: last.changed_at, way: changeWays[last.way] }
}
