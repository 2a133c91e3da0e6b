import { chinaMinute } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { deadlinesQuery } from '../brief/queries.ts'
import { DeadlineList } from './deadline-list.tsx'
import { cockpitMessages } from './messages.ts'
import { TallyTiles } from './tally-tiles.tsx'
import { TownshipTiles } from './township-tiles.tsx'
import { TrendTiles } from './trend-tiles.tsx'
import { useRefresh } from './use-refresh.ts'
import { useWall } from './use-wall.ts'

const route = getRouteApi('/shell/run/evaluation/cockpit')
const says = cockpitMessages

/** The county on one screen; with `wall=1` without the frame, for a large one. */
export function CockpitPage(): ReactNode {
  const { id } = useCurrentRun()
  const isWall = route.useSearch().wall === '1'
  useWall(isWall)
  const refreshedAt = useRefresh()
  const may = useMay()
  const deadlines = useQuery({ ...deadlinesQuery(id), enabled: may('collection.read') })
  return (
    <div className={isWall ? 'cockpit cockpit-wall' : 'cockpit'}>
      {isWall ? <WallHead at={refreshedAt} /> : <DeskHead />}
      <TallyTiles deadlines={deadlines.data} />
      <div className="cockpit-body">
        <TownshipTiles deadlines={deadlines.data} isWall={isWall} />
        <aside>
          <TrendTiles isWall={isWall} />
          <DeadlineList deadlines={deadlines.data} isWall={isWall} />
        </aside>
      </div>
    </div>
  )
}

function DeskHead(): ReactNode {
  const { verdict } = useCurrentRun().index.assessment
  return (
    <>
      <PageHead
        title={says.title}
        purpose={says.purpose}
        unit={says.unit}
        action={
          <Link to="/evaluation/cockpit" search={(before) => ({ ...before, wall: '1' })} className="primary-link">
            {says.wall}
          </Link>
        }
      />
      <p className="cockpit-verdict">
        <Light state={verdict.state} /> {verdict.text}
      </p>
    </>
  )
}

function WallHead({ at }: { at: Date }): ReactNode {
  const { run, verdict } = useCurrentRun().index.assessment
  return (
    <header className="wall-head">
      <h1>{says.wallTitle(run.county.name, run.year, run.pack.title)}</h1>
      <p>
        <Light state={verdict.state} /> {verdict.text}
      </p>
      <p className="wall-foot muted">
        {says.refreshed(chinaMinute(at))}
        <Link to="/evaluation/cockpit" search={(before) => ({ ...before, wall: undefined })} className="apart">
          {says.leaveWall}
        </Link>
      </p>
    </header>
  )
}
