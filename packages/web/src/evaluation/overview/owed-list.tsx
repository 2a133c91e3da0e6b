import type { CauseView } from '@eduduty/core/evaluation'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import type { RunIndex } from '../../platform/run/run-index.ts'
import { evaluationMessages } from '../messages.ts'
import { groupOwed } from './group-owed.ts'

const MOST_GROUPS = 3
const MOST_NAMES = 3
const says = evaluationMessages.overview

/** Who has to report what, and how many open items that would decide. */
export function OwedList(): ReactNode {
  const { index } = useCurrentRun()
  const groups = useMemo(() => groupOwed(index.assessment.sections), [index])
  if (groups.length === 0) return null
  return (
    <div className="owed">
      <h3>{says.owed}</h3>
      <ul>
        {groups.slice(0, MOST_GROUPS).map((group) => (
          <li key={group.key}>
            {group.owed
              .slice(0, MOST_NAMES)
              .map((cause) => nameOf(index, cause))
              .join('、')}
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

function nameOf(index: RunIndex, cause: CauseView): string {
  const register = index.registerTitles.get(cause.register ?? '')
  const who = cause.unit_name ?? cause.unit
  if (who === undefined) return register ?? cause.message
  return register === undefined ? who : `${who}（${register}）`
}
