import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { matchMessages as says } from './match-messages.ts'
import { findingsQuery, overviewQuery } from './match-queries.ts'
import { type MatchSearch, type MatchTab, matchTabs } from './match-search.ts'
import { ProposalsTab } from './proposals-tab.tsx'
import { RisksTab } from './risks-tab.tsx'
import { RunsTab } from './runs-tab.tsx'
import '../enrolment.css'
import './matching.css'

const route = getRouteApi('/shell/plain/enrolment/matching')

/** Registers compared with each other: runs, pairs to confirm, children to look for, children at risk. */
export function MatchingPage(): ReactNode {
  const { data: tree, error, refetch } = useQuery(unitTreeQuery())
  if (error !== null || tree === undefined)
    return (
      <>
        <PlainHead title={says.title} purpose={says.purpose} />
        {error === null ? <Loading /> : <ErrorState error={error} retry={() => refetch()} />}
      </>
    )
  return <Parts county={tree.county} />
}

function Parts({ county }: { county: string }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const finds = useMay()('enrolment.find')
  const overview = useQuery({ ...overviewQuery(county), enabled: finds, retry: false })
  // Whoever does not reach the whole county compares nothing; what is found for them they see all the same.
  const compares = finds && overview.error === null
  const found = useQuery({ ...findingsQuery(county, {}), enabled: !compares })
  const tabs: readonly MatchTab[] = compares ? matchTabs : ['findings', 'risks']
  const tab = tabs.find((one) => one === search.tab) ?? tabs[0] ?? 'findings'
  const change = (part: MatchSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const counts: Partial<Record<MatchTab, number>> = {
    proposals: overview.data?.open_proposals ?? 0,
    findings: (compares ? overview.data?.open_findings : found.data?.total) ?? 0,
  }
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      <Tabs
        size="small"
        aria-label={says.tabsLabel}
        activeKey={tab}
        onChange={(key) => change({ tab: matchTabs.find((one) => one === key) })}
        items={tabs.map((key) => ({ key, label: says.tabCount(says.tabs[key], counts[key] ?? 0) }))}
      />
      {tab === 'runs' && <RunsTab county={county} />}
      {tab === 'proposals' && <ProposalsTab county={county} search={search} change={change} />}
      {tab === 'findings' && <FindingsTab county={county} search={search} change={change} />}
      {tab === 'risks' && <RisksTab county={county} />}
    </>
  )
}
