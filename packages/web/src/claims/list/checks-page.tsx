import type { CheckEntry } from '@eduduty/core/claims'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { ListBody } from '../../platform/table/list-body.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { checksQuery } from '../claim-queries.ts'
import { type ChecksSearch, having, sources } from '../claim-search.ts'
import { claimMessages as says } from '../messages.ts'
import { checkColumns, openOf } from './check-columns.tsx'
import { StartPanel } from './start-panel.tsx'
import '../claims.css'

const route = getRouteApi('/shell/plain/claims')

/** All checks within reach, and the way to another. */
export function ChecksPage(): ReactNode {
  const search = route.useSearch()
  const [starting, setStarting] = useState(false)
  const mayCheck = useMay()('claims.check')
  const { data, error, refetch } = useQuery(checksQuery())
  const shown = data?.checks.filter((one) => matches(one, search))
  const action = mayCheck && (
    <Button type="primary" onClick={() => setStarting(true)}>
      {says.start}
    </Button>
  )
  const isFiltered = search.text !== undefined || search.source !== undefined || search.having !== undefined
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={action} />
      <Filters search={search} shown={shown?.length ?? 0} />
      <ListBody
        label={says.title}
        rows={shown}
        error={error}
        retry={refetch}
        columns={checkColumns}
        rowKey={(one) => one.check}
        empty={
          isFiltered
            ? { title: says.emptyFiltered, advice: says.emptyFilteredAdvice }
            : { title: says.empty, advice: mayCheck ? says.emptyAdvice : says.emptyAdviceOthers }
        }
      />
      {starting && <StartPanel checks={data?.checks ?? []} close={() => setStarting(false)} />}
    </>
  )
}

function matches(one: CheckEntry, { text, source, having: wanted }: ChecksSearch): boolean {
  if (text !== undefined && !one.title.includes(text) && !one.by.includes(text)) return false
  if (source !== undefined && one.source !== source) return false
  if (wanted === undefined) return true
  return wanted === 'open' ? openOf(one) > 0 : one[wanted] > 0
}

function Filters({ search, shown }: { search: ChecksSearch; shown: number }): ReactNode {
  const navigate = route.useNavigate()
  const change = (part: ChecksSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  return (
    <div className="filters">
      <TextFilter label={says.filter.text} text={search.text} onText={(text) => change({ text })} wide />
      <ChoiceFilter
        label={says.filter.source}
        value={search.source}
        options={sources.map((value) => ({ value, label: says.sources[value] }))}
        pick={(value) => change({ source: sources.find((source) => source === value) })}
      />
      <ChoiceFilter
        label={says.filter.grade}
        value={search.having}
        options={having.map((value) => ({ value, label: says.withGrade[value] }))}
        pick={(value) => change({ having: having.find((one) => one === value) })}
      />
      <span className="filters-end muted">{says.count(shown)}</span>
    </div>
  )
}
