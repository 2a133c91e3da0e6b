import type { DoseView, TeachingBook } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { teachingQuery } from './care-queries.ts'
import type { CarePageSearch } from './care-search.ts'
import { careMessages } from './messages.ts'
import { schoolColumns, taughtColumns } from './teaching-columns.tsx'

const says = careMessages.teaching

interface PartProps {
  readonly county: string
  readonly search: CarePageSearch
  readonly change: (part: CarePageSearch) => void
}

/** Home teaching of a term against the dose: each school, then each child. */
export function TeachingPart({ county, search, change }: PartProps): ReactNode {
  const { data, error, refetch } = useQuery(teachingQuery(county, search))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <>
      <div className="filters">
        <ChoiceFilter
          label={says.year}
          value={String(data.year)}
          options={data.years.map((year) => ({ value: String(year), label: says.yearOf(year) }))}
          pick={(year) => change({ year, term: undefined })}
        />
        <ChoiceFilter
          label={says.term}
          value={data.term}
          options={data.terms.map(({ id, title }) => ({ value: id, label: title }))}
          pick={(term) => change({ term })}
        />
        <span className="filters-end muted">{periodOf(data)}</span>
      </div>
      <DoseNote dose={data.dose} />
      {data.children.length === 0 ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <PrintSheet head={`${careMessages.views.teaching}　${periodOf(data)}`}>
          <Tables county={county} book={data} />
        </PrintSheet>
      )}
    </>
  )
}

function periodOf({ terms, term, today }: TeachingBook): string {
  const own = terms.find(({ id }) => id === term)
  return own === undefined ? '' : says.period(own.title, own.from, own.to, today)
}

/** Which dose is judged by, or that there is none. */
export function DoseNote({ dose }: { dose: DoseView | undefined }): ReactNode {
  if (dose === undefined) return <p className="note care-dose">{says.noDose}</p>
  const { says: text, document, article, note, since, is_unverified: isUnverified } = dose
  return (
    <p className="note care-dose">
      {says.dose(text)}
      <span className="muted apart">
        {[document, article, `${since} 起`, note].filter((word) => word !== '').join('；')}
      </span>
      {isUnverified && <span className="unverified">{says.unverified}</span>}
    </p>
  )
}

function Tables({ county, book }: { county: string; book: TeachingBook }): ReactNode {
  const navigate = useNavigate()
  return (
    <>
      <h2 className="care-heading">{says.schools}</h2>
      <LedgerTable
        label={says.schools}
        rows={book.schools}
        columns={schoolColumns(county, book)}
        rowKey={({ school }) => school}
      />
      <h2 className="care-heading">{says.pupils}</h2>
      <LedgerTable
        label={says.pupils}
        rows={book.children}
        columns={taughtColumns}
        rowKey={({ child }) => child}
        onOpen={({ child }) => void navigate({ to: '/enrolment/care/$county/$child', params: { county, child } })}
      />
    </>
  )
}
