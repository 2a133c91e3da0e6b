import { dayOf } from '@eduduty/core/calendar'
import type { TaskView } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import { LightMark } from '../light-mark.tsx'
import { dutyMessages } from '../messages.ts'
import { StateMark } from '../state-mark.tsx'

const says = dutyMessages.panel

/** Steps on the way, each with its day. */
export function MilestonePart({ milestones }: Pick<TaskView, 'milestones'>): ReactNode {
  if (milestones.length === 0) return null
  const today = dayOf(new Date())
  const { title, due, reached } = says.milestoneColumns
  return (
    <section className="panel-section">
      <h3>{says.milestones}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>{title}</th>
            <th className="duty-day">{due}</th>
            <th className="duty-day">{reached}</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((one) => (
            <tr key={one.no}>
              <td>{one.title}</td>
              <td className="number">{one.due_on}</td>
              <td className="number">
                {one.reached_on ?? (one.due_on < today ? <span className="short">{says.late}</span> : says.none)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What of it was given to units below. */
export function PartsPart({ parts, show }: Pick<TaskView, 'parts'> & { show: (task: string) => void }): ReactNode {
  if (parts.length === 0) return null
  return (
    <section className="panel-section">
      <h3>{says.parts}</h3>
      <table className="plain">
        <tbody>
          {parts.map((part) => (
            <tr key={part.task}>
              <td>
                <button type="button" className="link" onClick={() => show(part.task)}>
                  {part.unit_name}
                </button>
              </td>
              <td className="number">{part.due_on}</td>
              <td>
                <StateMark state={part.state} />
              </td>
              <td>
                <LightMark light={part.light} /> {part.because}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
