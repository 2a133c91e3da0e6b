import type { Assessment } from '@eduduty/core/evaluation'
import type { RunIndex } from '../platform/run/run-index.ts'
import type { DataSearch } from './data-search.ts'

export type FindingView = Assessment['findings'][number]

export interface FindingRow {
  /** Position in the run's list: findings have no id of their own. */
  readonly key: string
  readonly finding: FindingView
}

/** All findings; those of the year under evaluation first, then of the years before. */
export function listFindings(assessment: Assessment): FindingRow[] {
  const years = new Map(
    assessment.files.map((file) => [
      file.name,
      Math.max(...file.sheets.flatMap((sheet) => sheet.registers.map((use) => use.year ?? 0))),
    ]),
  )
  const { year } = assessment.run
  const age = ({ finding }: FindingRow) => {
    const own = years.get(finding.file ?? '') ?? year
    return own > 0 && own < year ? year - own : 0
  }
  return assessment.findings
    .map((finding, at): FindingRow => ({ key: String(at), finding }))
    .sort((a, b) => age(a) - age(b))
}

export function filterFindings(rows: readonly FindingRow[], search: DataSearch, index: RunIndex): FindingRow[] {
  const words = (search.q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ finding }) => {
    if (search.level !== undefined && finding.level !== search.level) return false
    if (search.file !== undefined && finding.file !== search.file) return false
    const { unit_name, unit, message, file, found } = finding
    const text = [unit_name, unit, columnOf(finding, index), message, file, found].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Title of the column; nothing where only its id is known. */
export function columnOf(finding: FindingView, index: RunIndex): string | undefined {
  return index.columnTitles.get(`${finding.register} ${finding.column}`)
}

export function placeOf(finding: FindingView): string {
  return [finding.sheet, finding.cell].filter((part) => part !== undefined).join(' › ')
}

/** Name and folder of a path. */
export function splitPath(path: string): { name: string; folder: string } {
  const at = path.lastIndexOf('/')
  return { name: path.slice(at + 1), folder: at < 0 ? '' : path.slice(0, at) }
}
