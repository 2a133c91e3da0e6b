import { type Finding, parseAddress, WHOLE_REGISTER } from '@eduduty/core/collection'
import { findUnitColumn } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import type { CheckedTask, FoundProblem } from '../entry/checked-task.ts'
import { problemOfFinding } from '../entry/problem-of-finding.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { FindingCount } from '../stream/kept-findings.ts'
import type { Task } from '../tasks/get-task.ts'
import type { StoredRoster } from './refuse-roster.ts'

/**
 * What was found while a roster was read, as problems of its task, each with the number of its row. Wrong cells were left
 * out and stand in the marked file; what rules say is asked of whoever sent it. A row that was refused as a whole has no
 * number: its place in the file is told in words.
 */
export async function rosterProblems(
  db: Queries,
  task: Task,
  { submission, summary }: StoredRoster,
): Promise<Pick<CheckedTask, 'problems' | 'uncounted'>> {
  const { pack, row } = task
  const checks = new Map((pack.pack.checks ?? []).map((check) => [check.id, check]))
  const unit = findUnitColumn(pack.pack, pack.register(row.register))?.id
  const found = summary.findings.filter(({ level }) => level === 'check' || level === 'error')
  const sheetNos = new Map(summary.sheets.map(({ name }, at) => [name, at + 1]))
  const rowNoAt = await readRowNumbers(db, task, submission, placesOf(found, sheetNos))
  const problems = found.map((finding) => {
    const { sheet, cell, column } = finding
    const place = [sheet, cell].filter((part) => part !== undefined).join(' ')
    const told = { ...finding, message: place === '' ? finding.message : `${place}：${finding.message}` }
    return problemOfFinding(told, checks.get(finding.check ?? ''), {
      rowNo: rowNoAt(placeOf(finding, sheetNos)) ?? WHOLE_REGISTER,
      columns: column === undefined || column === unit ? [] : [column],
    })
  })
  return { problems, uncounted: uncountedOf(summary.counts, problems) }
}

/** A line of a sheet, both from 1. */
interface RosterPlace {
  readonly sheetNo: number
  readonly line: number
}

function placeOf({ sheet, cell }: Finding, sheetNos: ReadonlyMap<string, number>): RosterPlace | undefined {
  const at = cell === undefined ? undefined : parseAddress(cell)
  const sheetNo = sheetNos.get(sheet ?? '')
  return at === undefined || sheetNo === undefined ? undefined : { sheetNo, line: at.row + 1 }
}

const placesOf = (findings: readonly Finding[], sheetNos: ReadonlyMap<string, number>): readonly RosterPlace[] =>
  findings.flatMap((finding) => placeOf(finding, sheetNos) ?? [])

/** The numbers under which the lines of a roster are stored. */
async function readRowNumbers(
  db: Queries,
  { row, pack }: Task,
  submission: string,
  places: readonly RosterPlace[],
): Promise<(place: RosterPlace | undefined) => number | undefined> {
  if (places.length === 0) return () => undefined
  const table = await getRegisterTable(db, pack, pack.register(row.register))
  const rows = await db.run<{ row_no: number; sheet_no: number; source_row: number }>(
    `select row_no, sheet_no, source_row from ${quoteName(table.name)} where county_code = $1 and submission_id = $2
       and (sheet_no, source_row) in (select * from unnest($3::integer[], $4::integer[]))`,
    [row.county_code, submission, places.map(({ sheetNo }) => sheetNo), places.map(({ line }) => line)],
  )
  const known = new Map(rows.map((one) => [`${one.sheet_no} ${one.source_row}`, Number(one.row_no)]))
  return (place) => place && known.get(`${place.sheetNo} ${place.line}`)
}

/** Only the first findings of a great file are told one by one: how many there are besides. */
function uncountedOf(
  counts: readonly FindingCount[],
  problems: readonly FoundProblem[],
): NonNullable<CheckedTask['uncounted']> {
  const all = (fits: (count: FindingCount) => boolean): number =>
    counts.reduce((sum, count) => sum + (fits(count) ? count.count : 0), 0)
  const told = (fits: (problem: FoundProblem) => boolean): number => problems.filter(fits).length
  const isHardRule = ({ code }: { readonly code: string }): boolean => code === 'hard_check'
  return {
    cells: all(({ level }) => level === 'error') - told(({ kind }) => kind === 'cell'),
    hard:
      all((count) => count.level === 'check' && isHardRule(count)) -
      told((one) => one.kind === 'check' && isHardRule(one)),
    soft:
      all((count) => count.level === 'check' && !isHardRule(count)) -
      told((one) => one.kind === 'check' && !isHardRule(one)),
  }
}
