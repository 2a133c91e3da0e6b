import { chinaMinute } from '@eduduty/core/calendar'
import { type TaskView, taskDeedTitles } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import { dutyMessages } from '../messages.ts'

const says = dutyMessages.panel

/** Who did what with the task, the newest first. */
export function HistoryPart({ events }: Pick<TaskView, 'events'>): ReactNode {
  return (
    <section className="panel-section">
      <h3>{says.history}</h3>
      {events.length === 0 && <p className="muted">{says.noHistory}</p>}
      <ol className="duty-history">
        {events.map((one) => (
          <li key={one.no}>
            <div>
              <strong>{taskDeedTitles[one.deed]}</strong>
              {one.light !== undefined && (
                <span className="apart">{says.declaredAs(dutyMessages.lightTitles[one.light])}</span>
              )}
              <span className="apart muted">
                {one.unit_name} {one.by} {chinaMinute(one.at)}
              </span>
            </div>
            {one.says !== '' && <p>{one.says}</p>}
            {(one.due_on !== undefined || one.told !== '') && (
              <p className="muted">
                {one.due_on !== undefined && <span className="before">{says.answerUntil(one.due_on)}</span>}
                {one.told !== '' && says.toldPost(one.told)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
