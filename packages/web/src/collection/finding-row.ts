import type { Assessment } from '@eduduty/core/evaluation'
import type { DataSearch } from './data-search.ts'

export type FindingView = Assessment['findings'][number]

export interface FindingRow {
  /** Position in the run's list: findings have no id of their own. */
  readonly key: string
  readonly finding: FindingView
}

export function findingRows(findings: readonly FindingView[], search: DataSearch): FindingRow[] {
  const words = (search.q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  return findings
    .map((finding, at): FindingRow => ({ key: String(at), finding }))
    .filter(({ finding }) => {
      if (search.level !== undefined && finding.level !== search.level) return false
      if (search.file !== undefined && finding.file !== search.file) return false
      const text = [finding.unit_name, finding.unit, finding.column, finding.message, finding.file, finding.found]
        .join(' ')
        .toLowerCase()
      return words.every((word) => text.includes(word))
    })
}

export function placeOf(finding: FindingView): string {
  return [finding.sheet, finding.cell].filter((part) => part !== undefined).join(' › ')
}
