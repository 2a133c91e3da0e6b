import type { AppraisalDetail } from '@eduduty/core/appraisal'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { CurrentRunProvider } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { TraceProvider } from '../../platform/trace/trace-provider.tsx'
import { AdjustmentTab } from '../adjustments/adjustment-tab.tsx'
import { appraisalQuery } from '../appraisal-queries.ts'
import { appraisalTabs } from '../appraisal-search.ts'
import { appraisalMessages as says } from '../messages.ts'
import { OutcomeTab } from '../outcomes/outcome-tab.tsx'
import { AppealTab } from '../result/appeal-tab.tsx'
import { EventTab } from '../result/event-tab.tsx'
import { ResultTab } from '../result/result-tab.tsx'
import { DeskActions } from './desk-actions.tsx'
import type { DeskProps } from './desk-props.ts'
import { DifferenceTab } from './difference-tab.tsx'
import { ItemTab } from './item-tab.tsx'
import { RaterTab } from './rater-tab.tsx'
import { StandingLine } from './standing-line.tsx'
import '../appraisal.css'

const route = getRouteApi('/shell/plain/appraisal/$county/$appraisal')

/** One appraisal: where it stands, its items, its raters, its result. */
export function AppraisalPage(): ReactNode {
  const key = route.useParams()
  const { data, error, refetch } = useQuery(appraisalQuery(key))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <WithTraces run={data.run}>
      <Desk key={key.appraisal} appraisalKey={key} detail={data} />
    </WithTraces>
  )
}

/** Computed values lead to their cells for whoever may see evaluations; for others they are plain numbers. */
function WithTraces({ run, children }: { run: string; children: ReactNode }): ReactNode {
  const may = useMay()
  if (!may('evaluation.read')) return children
  return (
    <CurrentRunProvider run={run} frame={(content) => content}>
      <TraceProvider>{children}</TraceProvider>
    </CurrentRunProvider>
  )
}

function Desk({ appraisalKey, detail }: DeskProps): ReactNode {
  const { tab = 'items' } = route.useSearch()
  const navigate = route.useNavigate()
  const { entry } = detail
  const { tabs } = says.detail
  const seesRaters = detail.assignments.length > 0
  const hidden = { raters: !seesRaters && !mayAssign(detail), differences: !seesRaters }
  const shown = appraisalTabs.filter((key) => (key !== 'raters' && key !== 'differences') || !hidden[key])
  const content = {
    items: <ItemTab {...{ appraisalKey, detail }} />,
    adjustments: <AdjustmentTab {...{ appraisalKey, detail }} />,
    raters: <RaterTab {...{ appraisalKey, detail }} />,
    differences: <DifferenceTab detail={detail} />,
    result: <ResultTab {...{ appraisalKey, detail }} />,
    appeals: <AppealTab {...{ appraisalKey, detail }} />,
    outcomes: <OutcomeTab {...{ appraisalKey, detail }} />,
    events: <EventTab detail={detail} />,
  }
  return (
    <>
      <PlainHead
        title={says.detail.title(entry.subject_name, entry.rating_title)}
        purpose={says.detail.purpose(entry.year, entry.pack_title)}
        action={<DeskActions {...{ appraisalKey, detail }} />}
      />
      <StandingLine detail={detail} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) =>
          navigate({
            search: (before) => ({ ...before, tab: appraisalTabs.find((one) => one === key) }),
            replace: true,
          })
        }
        tabBarExtraContent={<Link to="/appraisal">{says.back}</Link>}
        items={shown.map((key) => ({ key, label: tabs[key], children: key === tab ? content[key] : null }))}
      />
    </>
  )
}

const mayAssign = ({ permits }: AppraisalDetail): boolean => permits.some(({ deed }) => deed === 'assign')
