import type { CheckDetail, FindingMark } from '@eduduty/core/claims'

/** What the parts of the page share: the check, which finding is looked at, and what became of each. */
export interface CheckDesk {
  readonly check: CheckDetail
  /** Looks at a finding; what was not clicked is brought into sight. */
  select(finding: number, bring: 'text' | 'list' | 'both'): void
  /** The last word on a finding. */
  lastMark(finding: number): FindingMark | undefined
  isClosed(finding: number): boolean
}

export function deskOf(check: CheckDetail, select: CheckDesk['select']): CheckDesk {
  const last = new Map(check.marks.map((mark) => [mark.finding, mark]))
  const isClosed = (finding: number): boolean => (last.get(finding)?.state ?? 'open') !== 'open'
  return { check, select, lastMark: (finding) => last.get(finding), isClosed }
}
