import { chinaMinute } from '@eduduty/core/calendar'
import { type DraftBlock, looseNumbers, type ReportDetail } from '@eduduty/core/reports'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import type { ReactNode } from 'react'
import type { ReportKey } from './draft-queries.ts'
import { sideTabs } from './draft-search.ts'
import { firstWords } from './first-words.ts'
import { goTo } from './go-to.ts'
import { LooseList } from './loose-list.tsx'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'
import { VersionList } from './version-list.tsx'

const route = getRouteApi('/shell/plain/reports/$county/$report')

interface ReportSideProps {
  readonly report: ReportDetail
  readonly reportKey: ReportKey
  readonly desk: ReportDesk
}

/** Beside the text: what waits for a look, numbers without a source, what was said, what it was. */
export function ReportSide({ report, reportKey, desk }: ReportSideProps): ReactNode {
  const { side = 'marks' } = route.useSearch()
  const navigate = route.useNavigate()
  const open = report.comments.filter(({ resolved_by: by }) => by === undefined).length
  const marked = report.content.blocks.filter(isMarked)
  const loose = looseNumbers(report.content)
  const pick = (key: string) =>
    navigate({ search: (before) => ({ ...before, side: sideTabs.find((tab) => tab === key) }), replace: true })
  const items = [
    { key: 'marks', count: report.open_marks, children: <PlaceList blocks={marked} /> },
    { key: 'loose', count: loose.filter(({ by }) => by === 'hand').length, children: <LooseList numbers={loose} /> },
    { key: 'comments', count: open, children: <CommentList report={report} desk={desk} /> },
    { key: 'versions', count: 0, children: <VersionList report={report} reportKey={reportKey} desk={desk} /> },
  ] as const
  return (
    <aside className="report-side">
      <Tabs
        size="small"
        activeKey={side}
        onChange={pick}
        items={items.map(({ key, count, children }) => ({
          key,
          children,
          label: (
            <>
              {says.tabs[key]}
              {count > 0 && <span className="report-count">{count}</span>}
            </>
          ),
        }))}
      />
    </aside>
  )
}

function isMarked(block: DraftBlock): boolean {
  if (block.kind === 'heading') return false
  if (block.kind !== 'paragraph') return block.changed === true
  return (
    block.former !== undefined || block.suggested !== undefined || block.pieces.some(({ was }) => was !== undefined)
  )
}

function PlaceList({ blocks }: { blocks: readonly DraftBlock[] }): ReactNode {
  if (blocks.length === 0) return <p className="muted">{says.noMarks}</p>
  return (
    <>
      <p className="muted">{says.marksHint(blocks.length)}</p>
      <ul className="report-places">
        {blocks.map((block) => (
          <li key={block.id}>
            <Button type="link" onClick={() => goTo(block.id)}>
              {firstWords(block, 24)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function CommentList({ report, desk }: { report: ReportDetail; desk: ReportDesk }): ReactNode {
  if (report.comments.length === 0) return <p className="muted">{says.noComments}</p>
  return (
    <ul className="report-places">
      {report.comments.map(({ comment, block, quote, text, by, at, resolved_by: done }) => (
        <li key={comment}>
          <Button type="link" onClick={() => goTo(block)}>
            {quote}
          </Button>
          <p>{text}</p>
          <p className="muted">
            {by} {chinaMinute(at)}
          </p>
          {done !== undefined && <p className="muted">{says.resolvedBy(done)}</p>}
          {done === undefined && report.may_write && (
            <Button size="small" onClick={() => desk.send('POST', `/comments/${comment}/resolution`, {})}>
              {says.resolve}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
