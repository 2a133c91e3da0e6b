import type { CellPlace } from '@eduduty/core/collection'
import type { Queries } from '../../platform/db/database.ts'
import type { ChosenSubmission } from './choose-submissions.ts'

/** Where the value of a cell was last taken from: a place in a file that was sent. */
export interface CellOrigin {
  readonly uploadId: string
  readonly name: string
  readonly place: Pick<CellPlace, 'sheet' | 'cell'>
}

interface ChangeRow {
  readonly submission_id: string
  readonly row_no: number
  readonly column_id: string
  readonly upload_id: string | null
  readonly name: string | null
  readonly sheet: string | null
  readonly cell: string | null
}

export type CellOrigins = (submission: ChosenSubmission, rowNo: number, column: string) => CellOrigin | undefined

/**
 * The files that cells were taken from; undefined for cells that somebody typed. A form of one row that was copied for
 * correction keeps the origins of the version that it corrects.
 */
export async function readCellOrigins(
  db: Queries,
  county: string,
  submissions: readonly ChosenSubmission[],
  isRoster: (register: string) => boolean,
): Promise<CellOrigins> {
  const chains = await readChains(db, county, submissions)
  const changes = await db.run<ChangeRow>(
    `select distinct on (c.submission_id, c.row_no, c.column_id) c.submission_id, c.row_no, c.column_id,
       u.upload_id, u.name, c.sheet, c.cell
     from collection_cell_changes c
     left join collection_uploads u on u.county_code = c.county_code and u.upload_id = c.file_id
     where c.county_code = $1 and c.submission_id = any($2::text[]) and c.column_id <> ''
     order by c.submission_id, c.row_no, c.column_id, c.change_no desc`,
    [county, [...new Set([...chains.values()].flat())]],
  )
  const byRow = new Map(changes.map((one) => [key(one.submission_id, one.row_no, one.column_id), one]))
  const byForm = new Map(changes.map((one) => [key(one.submission_id, 0, one.column_id), one]))
  return (submission, rowNo, column) => {
    const own = byRow.get(key(submission.submission_id, rowNo, column))
    if (own !== undefined || isRoster(submission.register)) return originOf(own)
    const before = chains.get(submission.submission_id)?.slice(1) ?? []
    return originOf(before.map((id) => byForm.get(key(id, 0, column))).find((one) => one !== undefined))
  }
}

const key = (submission: string, rowNo: number, column: string): string => `${submission} ${rowNo} ${column}`

function originOf(change: ChangeRow | undefined): CellOrigin | undefined {
  if (change === undefined || change.upload_id === null) return undefined
  const { sheet, cell } = change
  if (change.name === null || sheet === null || cell === null) return undefined
  return { uploadId: change.upload_id, name: change.name, place: { sheet, cell } }
}

/** Each submission with those that it corrects, the newest first. */
async function readChains(
  db: Queries,
  county: string,
  submissions: readonly ChosenSubmission[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.run<{ submission_id: string; supersedes: string }>(
    `select submission_id, supersedes from collection_submissions
     where county_code = $1 and task_id is not null and supersedes is not null`,
    [county],
  )
  const before = new Map(rows.map((row) => [row.submission_id, row.supersedes]))
  return new Map(
    submissions.map(({ submission_id: first }) => {
      const chain: string[] = []
      for (let at: string | undefined = first; at !== undefined; at = before.get(at)) chain.push(at)
      return [first, chain]
    }),
  )
}
