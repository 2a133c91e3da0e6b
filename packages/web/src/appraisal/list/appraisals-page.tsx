import { type AppraisalList, appraisalStates, isAppraisalState } from '@eduduty/core/appraisal'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { appraisalsQuery } from '../appraisal-queries.ts'
import { type AppraisalsSearch, isFiltered, noFilters } from '../appraisal-search.ts'
import { appraisalMessages as says } from '../messages.ts'
import { appraisalColumns } from './appraisal-columns.tsx'
import { OpenDrawer } from './open-drawer.tsx'
import '../appraisal.css'

const route = getRouteApi('/shell/plain/appraisal')

/** All appraisals within reach: state, who has it, till when. */
export function AppraisalsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const [opening, setOpening] = useState(false)
  const { data, error, refetch } = useQuery(appraisalsQuery(search))
  const plans = may('appraisal.plan')
  const open = (
    <Button type="primary" onClick={() => setOpening(true)}>
      {says.open}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={plans ? open : undefined} />
      <Filters
        search={search}
        list={data}
        change={(part) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })}
      />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <LedgerTable
          label={says.title}
          rows={data.appraisals}
          columns={appraisalColumns}
          rowKey={(one) => one.appraisal_id}
          empty={<Empty filtered={isFiltered(search)} plans={plans} />}
        />
      )}
      {opening && <OpenDrawer close={() => setOpening(false)} />}
    </>
  )
}

function Empty({ filtered, plans }: { filtered: boolean; plans: boolean }): ReactNode {
  if (filtered) return <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
  return <EmptyState title={says.empty} advice={plans ? says.emptyAdvice : says.emptyAdviceOthers} />
}

interface FiltersProps {
  readonly search: AppraisalsSearch
  readonly list: AppraisalList | undefined
  readonly change: (part: AppraisalsSearch) => void
}

function Filters({ search, list, change }: FiltersProps): ReactNode {
  const states = Object.entries(appraisalStates).map(([value, label]) => ({ value, label }))
  const years = (list?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))
  const pickState = (value: string | undefined) =>
    change({ state: value !== undefined && isAppraisalState(value) ? value : undefined })
  return (
    <div className="filters">
      <TextFilter label={says.filter.text} text={search.text} onText={(text) => change({ text })} wide />
      <ChoiceFilter label={says.filter.year} value={search.year} options={years} pick={(year) => change({ year })} />
      <ChoiceFilter label={says.filter.state} value={search.state} options={states} pick={pickState} />
      <Checkbox
        checked={search.at_me !== undefined}
        onChange={(event) => change({ at_me: event.target.checked ? 'true' : undefined })}
      >
        {says.filter.atMe}
      </Checkbox>
      {isFiltered(search) && (
        <Button size="small" type="link" onClick={() => change(noFilters)}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">
        {list === undefined ? '' : says.count(list.appraisals.length, list.has_more)}
      </span>
    </div>
  )
}
