import type { CaseView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { CaseDeeds } from './case-deeds.tsx'
import { CaseFacts } from './case-facts.tsx'
import { oneCaseMessages as says } from './case-messages.ts'
import { caseQuery } from './case-queries.ts'
import { ClockPart } from './clock-part.tsx'
import { HandoverBar } from './handover-bar.tsx'
import { HoldersPart } from './holders-part.tsx'
import { caseMessages } from './messages.ts'
import { PapersPart } from './papers-part.tsx'
import { StepPanel } from './step-panel.tsx'
import { TimelinePart } from './timeline-part.tsx'
import { TurnBar } from './turn-bar.tsx'
import '../enrolment.css'

const route = getRouteApi('/shell/plain/enrolment/cases/$county/$case')

/** One child: how the case stands, what can be done now, and all that was done. */
export function CasePage(): ReactNode {
  const { county, case: id } = route.useParams()
  const { data: view, error, refetch } = useQuery(caseQuery(county, id))
  if (view !== undefined && error === null) return <OneCase key={id} view={view} />
  return (
    <>
      <PlainHead title={caseMessages.title} purpose={caseMessages.purpose} action={<BackLink />} />
      {error === null ? <Loading /> : <ErrorState error={error} retry={() => refetch()} />}
    </>
  )
}

function BackLink(): ReactNode {
  return <Link to="/enrolment/cases">{says.back}</Link>
}

function OneCase({ view }: { view: CaseView }): ReactNode {
  const { row } = view
  return (
    <>
      <PlainHead
        title={row.name}
        purpose={says.purpose(row.state_title, row.state_since)}
        action={
          <span className="case-deeds">
            <BackLink />
            <CaseDeeds view={view} />
          </span>
        }
      />
      <HandoverBar handover={view.handover} />
      <PrintSheet head={caseMessages.title}>
        <TurnBar view={view} />
        <div className="case-columns">
          <div className="case-main">
            <StepPanel view={view} />
            <TimelinePart view={view} />
          </div>
          <div className="case-side">
            <CaseFacts view={view} />
            <ClockPart view={view} />
            <PapersPart view={view} />
            <HoldersPart holders={view.holders} />
          </div>
        </div>
      </PrintSheet>
    </>
  )
}
