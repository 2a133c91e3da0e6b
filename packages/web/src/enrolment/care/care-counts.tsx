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

/** What a tab lists where nothing narrower is asked for, and how many that are. */
export function baseOf({ view }: CarePageSearch, { placed, cared, children }: CareList['counts']) {
  if (view === 'placed') return { title: says.placed, number: placed }
  return view === 'cared' ? { title: says.cared, number: cared } : { title: says.children, number: children }
}

/** How many children stand how; a click lists what is late. */
export function CareCounts({ counts, search, change }: CountsProps): ReactNode {
  const late = { visit_due: counts.visits_overdue, review_due: counts.reviews_due, closed: undefined }
  const { title, number } = baseOf(search, counts)
  return (
    <fieldset className="state-counts" aria-label={says.label}>
      <button type="button" aria-pressed={search.only === undefined} onClick={() => change({ only: undefined })}>
        {title} <b>{number}</b>
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
