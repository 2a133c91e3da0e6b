import type { DeadlinesAnswer } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { StateMark } from '../../platform/theme/light.tsx'
import { countStates } from '../overview/count-states.ts'
import { cockpitMessages } from './messages.ts'

const says = cockpitMessages.tally

/** The numbers of the county, each leading to what it counts. */
export function TallyTiles({ deadlines }: { deadlines: DeadlinesAnswer | undefined }): ReactNode {
  const { sections, effects } = useCurrentRun().index.assessment
  const counts = countStates(sections)
  const struck = effects.filter(({ state }) => state === 'struck').length
  // As on the first page and in the list of periods: forms of the open periods, now; not what the run had.
  const sum = (of: 'tasks' | 'submitted' | 'overdue') => deadlines?.periods.reduce((all, one) => all + one[of], 0)
  const [tasks, submitted, overdue] = [sum('tasks'), sum('submitted'), sum('overdue')]
  return (
    <ul className="tally-tiles">
      {(['met', 'unmet', 'undecided'] as const).map((state) => (
        <li key={state} className={`tally-tile light-label-${state}`}>
          <Link to="/evaluation/indicators" search={{ state }}>
            <StateMark state={state} /> {says[state]}
            <strong>{counts[state]}</strong>
            <span className="muted">{says.ofItems(counts.all)}</span>
          </Link>
        </li>
      ))}
      {tasks !== undefined && (
        <li className="tally-tile">
          <Link to="/collection/periods">
            {says.submitted}
            <strong>{submitted}</strong>
            <span className="muted">{says.of(tasks)}</span>
          </Link>
        </li>
      )}
      {effects.length > 0 && (
        <li className={struck > 0 ? 'tally-tile light-label-unmet' : 'tally-tile'}>
          <Link to="/evaluation/effects">
            {says.struck}
            <strong>{struck}</strong>
            <span className="muted">{says.ofItems(effects.length)}</span>
          </Link>
        </li>
      )}
      {overdue !== undefined && (
        <li className={overdue > 0 ? 'tally-tile light-label-unmet' : 'tally-tile'}>
          <Link to="/collection/periods">
            {says.overdue}
            <strong>{overdue}</strong>
            <span className="muted">{says.units}</span>
          </Link>
        </li>
      )}
    </ul>
  )
}
