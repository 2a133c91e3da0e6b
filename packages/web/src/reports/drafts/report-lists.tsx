import type { ReportEntry } from '@eduduty/core/reports'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { type ReportsSearch, reportLists } from './draft-search.ts'
import { draftMessages as says } from './messages.ts'

interface ReportListsProps {
  readonly reports: readonly ReportEntry[]
  readonly list: ReportsSearch['list']
  readonly pick: (list: ReportsSearch['list']) => void
}

/** All reports, or those that wait for one's own signature, with how many these are. */
export function ReportLists({ reports, list, pick }: ReportListsProps): ReactNode {
  const waiting = reports.filter(({ waits_for_me: waits }) => waits).length
  const mine = (
    <>
      {says.lists.mine}
      {waiting > 0 && <span className="report-count">{waiting}</span>}
    </>
  )
  return (
    <Tabs
      size="small"
      activeKey={list ?? 'all'}
      onChange={(key) => pick(reportLists.find((one) => one === key))}
      items={[
        { key: 'all', label: says.lists.all },
        { key: 'mine', label: mine },
      ]}
    />
  )
}
