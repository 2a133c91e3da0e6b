import { chinaMinute } from '@eduduty/core/calendar'
import type { ReportDetail, ReportVersion } from '@eduduty/core/reports'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { draftMessages as says } from './messages.ts'

const steps: ReadonlySet<string> = new Set(['send', 'withdraw', 'return', 'sign', 'reopen'])

/** The return after which a report is written on; undefined where it was not returned. */
export function returnOf({ state, versions }: Pick<ReportDetail, 'state' | 'versions'>): ReportVersion | undefined {
  if (state !== 'writing') return undefined
  const last = versions.filter(({ reason }) => steps.has(reason)).toSorted((a, b) => b.version - a.version)[0]
  return last?.reason === 'return' ? last : undefined
}

/** Why a report came back, over its text until it is sent again. */
export function Returned({ report }: { report: ReportDetail }): ReactNode {
  const found = returnOf(report)
  if (found === undefined) return null
  return (
    <Alert
      className="report-returned"
      type="warning"
      showIcon
      title={says.returned(found.by, chinaMinute(found.at))}
      description={found.note}
    />
  )
}
