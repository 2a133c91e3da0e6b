import type { CauseView, Subject } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import type { RunIndex } from '../../platform/run/run-index.ts'
import { type SubjectView, subjectViews, viewOf } from '../../platform/run/subject-views.ts'
import { evaluationMessages } from '../messages.ts'
import { groupOwed } from './group-owed.ts'

const MOST_GROUPS = 3
const MOST_NAMES = 3
const says = evaluationMessages.overview

/** Who has to report what, and how many open items that would decide. */
export function OwedList(): ReactNode {
  const { index } = useCurrentRun()
  const groups = useMemo(() => groupOwed(index.assessment.sections), [index])
  const views = useMemo(() => subjectViews(index, evaluationMessages.schools.wholeView), [index])
  if (groups.length === 0) return null
  return (
    <div className="owed">
      <h3>{says.owed}</h3>
      <ul>
        {groups.slice(0, MOST_GROUPS).map((group) => (
          <li key={group.key}>
            {group.owed.slice(0, MOST_NAMES).map((cause, at) => (
              <Fragment key={`${cause.unit ?? ''} ${cause.register ?? ''} ${cause.message}`}>
                {at > 0 && '、'}
                <Owing cause={cause} views={views} />
              </Fragment>
            ))}
            {group.owed.length > MOST_NAMES && says.owedMore(group.owed.length)}
            <span className="muted apart" title={group.items.map((id) => index.nodes.get(id)?.title ?? id).join('、')}>
              {says.owedDecides(group.items.length)}
            </span>
          </li>
        ))}
        {groups.length > MOST_GROUPS && <li className="muted">{says.owedOthers(groups.length - MOST_GROUPS)}</li>}
      </ul>
    </div>
  )
}

/** Who owes a report; a school leads to its line in the table of schools, opened. */
function Owing(props: { cause: CauseView; views: readonly SubjectView[] }): ReactNode {
  const { index } = useCurrentRun()
  const { cause } = props
  const name = nameOf(index, cause)
  const subject = subjectOf(props.views, cause.unit)
  if (subject === undefined) return name
  return (
    <Link to="/evaluation/schools" search={{ view: viewOf(subject), q: cause.unit, subject: subject.id }}>
      {name}
    </Link>
  )
}

function subjectOf(views: readonly SubjectView[], unit: string | undefined): Subject | undefined {
  if (unit === undefined) return undefined
  return views.flatMap((view) => view.subjects).find((subject) => subject.included && subject.unit === unit)
}

function nameOf(index: RunIndex, cause: CauseView): string {
  const register = index.registerTitles.get(cause.register ?? '')
  const who = cause.unit_name ?? cause.unit
  if (who === undefined) return register ?? cause.message
  return register === undefined ? who : `${who}（${register}）`
}
