import type { CareRow } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { childColumns } from './care-columns.tsx'
import { CareCounts } from './care-counts.tsx'
import { careListQuery, carePageSize } from './care-queries.ts'
import { type CarePageSearch, isCareFiltered } from './care-search.ts'
import { IntervalsPart } from './intervals-part.tsx'
import { careMessages as says } from './messages.ts'

interface PartProps {
  readonly county: string
  readonly search: CarePageSearch
  readonly change: (part: CarePageSearch) => void
}

/** Children in care, masked, what is most urgent first. */
export function ChildrenPart({ county, search, change }: PartProps): ReactNode {
  const navigate = useNavigate()
  const [text, setText] = useState<string>()
  const { data, error, refetch } = useQuery(careListQuery(county, search, text))
  const find = (words: string | undefined) => {
    setText(words)
    if (search.page !== undefined) change({})
  }
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const kinds = kindsOf(search, data)
  return (
    <>
      <CareCounts counts={data.counts} search={search} change={change} />
      <div className="filters">
        <TextFilter label={says.text} text={text} onText={find} wide />
        <ChoiceFilter label={says.kind} value={search.kind} options={kinds} pick={(kind) => change({ kind })} />
      </div>
      {search.view === 'cared' && <IntervalsPart county={county} list={data} />}
      <PrintSheet head={`${says.title}　${says.views[search.view ?? 'children']}`}>
        <LedgerTable<CareRow>
          label={says.title}
          rows={data.children}
          columns={childColumns(search.view ?? 'children')}
          rowKey={({ child }) => child}
          onOpen={({ child }) => void navigate({ to: '/enrolment/care/$county/$child', params: { county, child } })}
          height={search.view === 'cared' ? 'calc(100vh - 420px)' : 'calc(100vh - 300px)'}
          empty={<Empty isFiltered={isCareFiltered(search) || text !== undefined} />}
        />
        <Pager total={data.total} size={carePageSize} page={search.page} go={(page) => change({ page })} />
      </PrintSheet>
    </>
  )
}

type Named = { readonly id: string; readonly title: string }

/** Kinds by which a tab can be narrowed: those that it is about. */
function kindsOf({ view }: CarePageSearch, data: { readonly placements: Named[]; readonly care: Named[] }) {
  const all = view === 'placed' ? data.placements : view === 'cared' ? data.care : [...data.placements, ...data.care]
  return all.map(({ id, title }) => ({ value: id, label: title }))
}

function Empty({ isFiltered }: { isFiltered: boolean }): ReactNode {
  const works = useMay()('enrolment.work')
  if (isFiltered) return <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
  return <EmptyState title={says.empty} advice={works ? says.emptyAdvice : says.emptyOthers} />
}
