import type { LedgerBook, LedgerKind } from '@eduduty/core/enrolment'
import { ledgerTitles } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { AskExport } from './ask-export.tsx'
import { rowColumns } from './ledger-columns.tsx'
import { exportsPath, ledgerPageSize, ledgerRowsQuery } from './ledger-queries.ts'
import { type LedgersSearch, ledgerStates } from './ledger-search.ts'
import { ledgerMessages as says } from './messages.ts'

interface PartProps {
  readonly county: string
  readonly book: LedgerBook
  readonly ledger: LedgerKind
  readonly search: LedgersSearch
  readonly change: (part: LedgersSearch) => void
}

/** One ledger child by child, names masked. */
export function LedgerRowsPart({ county, book, ledger, search, change }: PartProps): ReactNode {
  const [text, setText] = useState<string>()
  const { data, error, refetch } = useQuery(ledgerRowsQuery(county, book.year, ledger, { ...search, text }))
  const isNarrowed = [text, search.unit, search.state].some((part) => part !== undefined && part !== '')
  const find = (words: string | undefined) => {
    setText(words)
    if (search.page !== undefined) change({})
  }
  return (
    <>
      <div className="filters">
        <TextFilter label={says.text} text={text} onText={find} wide />
        <ChoiceFilter
          label={says.unit}
          value={search.unit}
          options={book.places.map(({ path, name }) => ({ value: path, label: name }))}
          pick={(unit) => change({ unit })}
        />
        <ChoiceFilter
          label={says.state}
          value={search.state}
          options={ledgerStates[ledger]}
          pick={(state) => change({ state })}
        />
        {data !== undefined && <span className="filters-end muted">{says.count(data.total)}</span>}
        {data !== undefined && data.total > 0 && (
          <AskExport path={exportsPath(county, book.year, ledger)} ledger={ledger} search={search} />
        )}
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <LedgerTable
            label={ledgerTitles[ledger]}
            rows={data.rows}
            columns={rowColumns(county)}
            rowKey={({ id }) => id}
            height="calc(100vh - 290px)"
            empty={
              isNarrowed ? (
                <EmptyState title={says.noRows} advice={says.noRowsAdvice} />
              ) : (
                <EmptyState title={says.noneYet(book.year, ledgerTitles[ledger])} advice={says.noneYetAdvice[ledger]} />
              )
            }
          />
          <Pager total={data.total} size={ledgerPageSize} page={search.page} go={(page) => change({ page })} />
        </>
      )}
    </>
  )
}
