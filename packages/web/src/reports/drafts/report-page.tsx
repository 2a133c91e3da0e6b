import { chinaMinute } from '@eduduty/core/calendar'
import type { ReportDetail } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Tag, Tooltip } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { CheckDraftButton } from '../../claims/index.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { deckOfDraft } from '../materials/deck-choices.ts'
import { SlidesDialog } from '../materials/slides-dialog.tsx'
import { type ReportKey, reportPath, reportQuery } from './draft-queries.ts'
import { goTo } from './go-to.ts'
import { HeadDialog } from './head-dialog.tsx'
import { draftMessages as says } from './messages.ts'
import { ReportBody } from './report-body.tsx'
import { ReportEvidence } from './report-evidence.tsx'
import { ReportSide } from './report-side.tsx'
import { ReportTraces } from './report-traces.tsx'
import { Returned, returnOf } from './returned.tsx'
import { StepButtons } from './step-buttons.tsx'
import { type ReportDesk, useReport } from './use-report.ts'
import './drafts.css'

const route = getRouteApi('/shell/plain/reports/$county/$report')

/** One report: its text as on paper, and beside it what waits, what was said and what it was. */
export function ReportPage(): ReactNode {
  const key = route.useParams()
  const { data, error, refetch } = useQuery(reportQuery(key))
  const desk = useReport(key)
  const { at } = route.useSearch()
  const isThere = data !== undefined
  useEffect(() => {
    if (isThere && at !== undefined) goTo(at)
  }, [isThere, at])
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <>
      <PlainHead
        title={data.title}
        purpose={says.facts(says.kinds[data.kind], data.year, data.pack_title)}
        action={<StepButtons report={data} desk={desk} />}
      />
      <Bar reportKey={key} report={data} desk={desk} />
      <Returned report={data} />
      <ReportTraces run={data.run}>
        <div className="report-desk">
          <ReportBody at={at} report={data} reportKey={key} desk={desk} />
          <ReportSide report={data} reportKey={key} desk={desk} />
        </div>
        <ReportEvidence blocks={data.content.blocks} />
      </ReportTraces>
    </>
  )
}

function Bar(props: { reportKey: ReportKey; report: ReportDetail; desk: ReportDesk }): ReactNode {
  const { reportKey, report, desk } = props
  const [isHeadOpen, setHeadOpen] = useState(false)
  const [isMakingSlides, setMakingSlides] = useState(false)
  const limit = report.max_characters
  const isLong = limit !== undefined && report.characters > limit
  return (
    <div className="filters report-bar">
      <Link to="/reports">{says.back}</Link>
      <Tag>{returnOf(report) === undefined ? says.states[report.state] : says.returnedState}</Tag>
      {report.run_status === 'preview' && (
        <Tooltip title={says.previewHint}>
          <Tag className="preview-tag">{says.preview}</Tag>
        </Tooltip>
      )}
      <span className={isLong ? 'wrong number' : 'number'}>{says.characters(report.characters, limit)}</span>
      <SaveMark report={report} desk={desk} />
      <span className="filters-end">
        {report.may_write && (
          <Button size="small" onClick={() => setHeadOpen(true)}>
            {says.head}
          </Button>
        )}
        <CheckDraftButton {...reportKey} />
        <Button size="small" onClick={() => setMakingSlides(true)}>
          {says.slides}
        </Button>
        <Button size="small" href={`/api${reportPath(reportKey)}/document`}>
          {says.download}
        </Button>
      </span>
      {isMakingSlides && <SlidesDialog choices={[deckOfDraft(report)]} close={() => setMakingSlides(false)} />}
      {isHeadOpen && <HeadDialog report={report} desk={desk} close={() => setHeadOpen(false)} />}
    </div>
  )
}

function SaveMark({ report, desk }: { report: ReportDetail; desk: ReportDesk }): ReactNode {
  if (desk.state === 'saving') return <span className="muted">{says.saving}</span>
  if (desk.state === 'failed') return <span className="wrong">{says.notSaved}</span>
  return <span className="muted">{says.saved(report.saved_by, chinaMinute(report.saved_at))}</span>
}
