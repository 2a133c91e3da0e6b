import type { ReportEntry } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { ListBody } from '../../platform/table/list-body.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { reportsQuery } from './draft-queries.ts'
import { type ReportsSearch, reportKinds, reportStates } from './draft-search.ts'
import { draftMessages as says } from './messages.ts'
import { reportColumns } from './report-columns.tsx'
import { ReportLists } from './report-lists.tsx'
import { StartPanel } from './start-panel.tsx'
import './drafts.css'

const route = getRouteApi('/shell/plain/reports')

/** All drafts within reach, and the way to new ones. */
export function ReportsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [starting, setStarting] = useState(false)
  const may = useMay()
  const starts = may('reports.draft') && may('evaluation.read')
  const { data, error, refetch } = useQuery(reportsQuery())
  const shown = data?.reports.filter((one) => matches(one, search))
  const change = (part: ReportsSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const action = (
    <Button type="primary" onClick={() => setStarting(true)}>
      {says.start}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={starts ? action : undefined} />
      {(may('reports.sign') || search.list !== undefined) && (
        <ReportLists reports={data?.reports ?? []} list={search.list} pick={(list) => change({ list })} />
      )}
      <Filters search={search} change={change} shown={shown ?? []} />
      <ListBody
        label={says.title}
        rows={shown}
        error={error}
        retry={refetch}
        columns={reportColumns}
        rowKey={(one) => one.report}
        empty={emptiness(search, starts)}
      />
      {starting && <StartPanel close={() => setStarting(false)} />}
    </>
  )
}

function emptiness({ list, ...filters }: ReportsSearch, starts: boolean) {
  if (Object.values(filters).some((value) => value !== undefined))
    return { title: says.emptyFiltered, advice: says.emptyFilteredAdvice }
  if (list === 'mine') return { title: says.emptyMine, advice: says.emptyMineAdvice }
  return { title: says.empty, advice: starts ? says.emptyAdvice : says.emptyAdviceOthers }
}

function matches(one: ReportEntry, { list, text, state, kind }: ReportsSearch): boolean {
  if (list === 'mine' && !one.waits_for_me) return false
  const isNamed = text === undefined || one.title.includes(text) || one.subject_name.includes(text)
  return isNamed && (state === undefined || one.state === state) && (kind === undefined || one.kind === kind)
}

interface FiltersProps {
  readonly search: ReportsSearch
  readonly change: (part: ReportsSearch) => void
  readonly shown: readonly ReportEntry[]
}

function Filters({ search, change, shown }: FiltersProps): ReactNode {
  const states = reportStates.map((value) => ({ value, label: says.states[value] }))
  const kinds = reportKinds.map((value) => ({ value, label: says.kinds[value] }))
  return (
    <div className="filters">
      <TextFilter label={says.filter.text} text={search.text} onText={(text) => change({ text })} wide />
      <ChoiceFilter
        label={says.filter.kind}
        value={search.kind}
        options={kinds}
        pick={(value) => change({ kind: reportKinds.find((kind) => kind === value) })}
      />
      <ChoiceFilter
        label={says.filter.state}
        value={search.state}
        options={states}
        pick={(value) => change({ state: reportStates.find((state) => state === value) })}
      />
      <span className="filters-end">
        <Archive shown={shown} />
        <span className="muted">{says.count(shown.length)}</span>
      </span>
    </div>
  )
}

/** All reports of one county that are in sight, as one file. */
function Archive({ shown }: { shown: readonly ReportEntry[] }): ReactNode {
  const [first] = shown
  const ids = shown.filter(({ county }) => county === first?.county).map(({ report }) => report)
  if (first === undefined || ids.length < 2) return null
  const query = new URLSearchParams({ county: first.county, reports: ids.join(',') })
  return (
    <Button type="link" size="small" href={`/api/reports/archive?${query}`}>
      {says.archive(ids.length)}
    </Button>
  )
}
