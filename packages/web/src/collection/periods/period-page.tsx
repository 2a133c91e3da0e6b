import type { PeriodProgress } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { CheckTab } from '../checks/check-tab.tsx'
import { periodMessages as says } from './messages.ts'
import { OwingTable } from './owing-table.tsx'
import { PeriodActions } from './period-actions.tsx'
import { type PeriodKey, progressQuery } from './period-queries.ts'
import { periodTabs } from './period-search.ts'
import { ProgressBar, ProgressLegend, submittedCount } from './progress-bar.tsx'
import { ProgressTable } from './progress-table.tsx'
import { RequestTable } from './request-table.tsx'

const route = getRouteApi('/shell/plain/collection/periods/$county/$period')

/** How far a period has come, who owes what, and everything that is done with a period. */
export function PeriodPage(): ReactNode {
  const key = route.useParams()
  const { data, error, refetch } = useQuery(progressQuery(key))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return <Period key={key.period} periodKey={key} progress={data} />
}

function Period({ periodKey, progress }: { periodKey: PeriodKey; progress: PeriodProgress }): ReactNode {
  const { period } = progress
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      <PlainHead
        title={period.title}
        purpose={says.period.purpose(period.pack_title, period.opens_on, period.closes_on)}
        action={<PeriodActions periodKey={periodKey} progress={progress} chosen={chosen} choose={setChosen} />}
      />
      {period.status === 'closed' && <p className="lock-bar">{says.period.closedBar}</p>}
      <PrintSheet head={period.title}>
        <Totals progress={progress} />
        <ProgressTabs periodKey={periodKey} progress={progress} chosen={chosen} choose={setChosen} />
      </PrintSheet>
    </>
  )
}

function Totals({ progress }: { progress: PeriodProgress }): ReactNode {
  const { states, tasks, overdue, requests, county_code: county, period_id } = progress.period
  const may = useMay()
  const total = says.period.total
  const facts = [
    [total.tasks, tasks, says.period.unit],
    [total.submitted, submittedCount(states), says.period.unit],
    [total.overdue, overdue, says.period.unit],
    [total.requests, requests, says.period.requestUnit],
  ] as const
  return (
    <div className="period-totals">
      <Link to="/collection/periods" className="screen-only">
        {says.period.back}
      </Link>
      {may('evaluation.read') && (
        <Link to="/evaluation/live/$county/$period" params={{ county, period: period_id }} className="screen-only">
          {says.period.live}
        </Link>
      )}
      <dl>
        {facts.map(([name, count, unit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === total.overdue && count > 0 ? 'number wrong' : 'number'}>
              {count} {unit}
            </dd>
          </div>
        ))}
      </dl>
      <ProgressBar states={states} />
      <ProgressLegend states={states} />
    </div>
  )
}

interface ProgressTabsProps {
  readonly periodKey: PeriodKey
  readonly progress: PeriodProgress
  readonly chosen: ReadonlySet<string>
  readonly choose: (units: ReadonlySet<string>) => void
}

function ProgressTabs({ periodKey, progress, chosen, choose }: ProgressTabsProps): ReactNode {
  const { tab = 'owing', ...search } = route.useSearch()
  const may = useMay()
  const navigate = route.useNavigate()
  const { tabs } = says.period
  const lines = (by: 'township' | 'kind' | 'register') => (
    <ProgressTable by={by} lines={progress[`by_${by}`]} period={progress.period} />
  )
  return (
    <Tabs
      size="small"
      activeKey={tab}
      onChange={(key) => navigate({ search: { tab: periodTabs.find((one) => one === key) }, replace: true })}
      items={[
        {
          key: 'owing',
          label: tabs.owing(progress.owing.filter(({ may_report }) => may_report).length),
          children: <OwingTable periodKey={periodKey} progress={progress} chosen={chosen} choose={choose} />,
        },
        { key: 'township', label: tabs.township, children: lines('township') },
        { key: 'kind', label: tabs.kind, children: lines('kind') },
        { key: 'register', label: tabs.register, children: lines('register') },
        {
          key: 'requests',
          label: tabs.requests(progress.period.requests),
          children: <RequestTable periodKey={periodKey} />,
        },
        ...(may('collection.plan')
          ? [
              {
                key: 'checks',
                label: tabs.checks,
                children: (
                  <CheckTab
                    periodKey={periodKey}
                    search={search}
                    change={(part) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
