import type { CareList } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { type CarePageSearch, careFilters } from './care-search.ts'
import { careMessages } from './messages.ts'

const says = careMessages.counts

interface CountsProps {
  readonly counts: CareList['counts']
  readonly search: CarePageSearch
  readonly change: (part: CarePageSearch) => void
}

/** How many children stand how; a click lists what is late. */
export function CareCounts({ counts, search, change }: CountsProps): ReactNode {
  const late = { visit_due: counts.visits_overdue, review_due: counts.reviews_due, closed: undefined }
  return (
    <fieldset className="state-counts" aria-label={says.label}>
      <button type="button" aria-pressed={search.only === undefined} onClick={() => change({ only: undefined })}>
        {says.children} <b>{counts.children}</b>
      </button>
      {careFilters.map((only) => (
        <button key={only} type="button" aria-pressed={search.only === only} onClick={() => change({ only })}>
          {careMessages.filters[only]}{' '}
          {late[only] !== undefined && <b className={late[only] > 0 ? 'wrong' : ''}>{late[only]}</b>}
        </button>
      ))}
      <span className="muted apart">{says.more(counts.placed, counts.at_home, counts.cared)}</span>
    </fieldset>
  )
}
