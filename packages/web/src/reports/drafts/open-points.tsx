import { isUnsaid, looseNumbers, type ReportDetail } from '@eduduty/core/reports'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { draftMessages as says } from './messages.ts'

/** What is still open in a report that is to leave the writer's hands; nothing where nothing is. */
export function OpenPoints({ report }: { report: ReportDetail }): ReactNode {
  const { content, comments, newer_run: newer, run_status: status } = report
  const said = comments.filter(({ resolved_by: by }) => by === undefined).length
  const loose = looseNumbers(content).filter(({ by }) => by === 'hand').length
  const points = [
    status === 'preview' && says.open.preview,
    isUnsaid(content.date) && says.open.date,
    isUnsaid(content.signer) && says.open.signer,
    loose > 0 && says.open.loose(loose),
    said > 0 && says.open.comments(said),
    newer !== undefined && says.open.newer,
  ].filter((point) => point !== false)
  if (points.length === 0) return null
  const list = (
    <ul className="report-points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
  return <Alert type="warning" showIcon title={says.open.title} description={list} />
}
