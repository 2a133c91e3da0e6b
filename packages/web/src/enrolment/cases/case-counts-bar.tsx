import type { CaseCounts } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import type { CasesSearch, CaseViewName } from './case-search.ts'
import { caseMessages } from './messages.ts'

const says = caseMessages.counts

interface BarProps {
  readonly search: CasesSearch
  readonly change: (part: CasesSearch) => void
  readonly counts: CaseCounts | undefined
}

const numberOf = (counts: CaseCounts, view: CaseViewName): number | undefined => {
  switch (view) {
    case 'all':
      return counts.total
    case 'relapsed':
      return counts.relapsed
    case 'former':
      return undefined
    default:
      return counts[view]
  }
}

/** How many cases stand how; a click lists only these. */
export function CaseCountsBar({ search, change, counts }: BarProps): ReactNode {
  const shown = search.view ?? 'open'
  return (
    <fieldset className="state-counts" aria-label={says.label}>
      {(['open', 'overdue', 'closed', 'relapsed', 'all', 'former'] as const).map((view) => {
        const number = counts === undefined ? undefined : numberOf(counts, view)
        const isWrong = view === 'overdue' && (number ?? 0) > 0
        return (
          <button
            key={view}
            type="button"
            aria-pressed={shown === view}
            onClick={() => change({ view: view === 'open' ? undefined : view, state: undefined })}
          >
            {says[view]} {number !== undefined && <b className={isWrong ? 'wrong' : ''}>{number}</b>}
          </button>
        )
      })}
    </fieldset>
  )
}
