import type { DecisionView, MeetingView } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import { CorrectDecision } from './correct-deeds.tsx'
import { DayField, TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { RecordDeed } from './record-deed.tsx'
import { OriginTasks, ToTask } from './to-task.tsx'
import type { Mechanisms } from './use-mechanisms.ts'

const says = mechanismMessages

/** What a meeting decided, who has it, and what became of it. */
export function DecisionsPart({ at, meeting }: { at: Mechanisms; meeting: MeetingView }): ReactNode {
  return (
    <section className="panel-section">
      <h3>{says.panel.decisions}</h3>
      {meeting.decisions.length === 0 && <p className="muted">{says.panel.noDecisions}</p>}
      <ol className="duty-decisions">
        {meeting.decisions.map((one) => (
          <Decision key={one.decision} at={at} meeting={meeting} decision={one} />
        ))}
      </ol>
    </section>
  )
}

function Decision(props: { at: Mechanisms; meeting: MeetingView; decision: DecisionView }): ReactNode {
  const { at, meeting, decision } = props
  const { text, unit_name: name, due_on: due, outcome, says: words, settled_on: settled, tasks } = decision
  return (
    <li>
      <p>{text}</p>
      <p className="muted">
        <OutcomeMark outcome={outcome} />
        {name !== '' && <span className="apart">{name}</span>}
        {due !== undefined && <span className="apart number">{says.panel.due(due)}</span>}
        {settled !== undefined && <span className="apart">{says.panel.outcome(settled, words)}</span>}
      </p>
      <OriginTasks plan={at.plan} tasks={tasks} />
      {meeting.may_record && (
        <p className="duty-record-deeds">
          {outcome !== 'done' && tasks.length === 0 && (
            <>
              <ToTask
                small
                plan={at.plan}
                origin={{ kind: 'decision', id: decision.decision }}
                text={text}
                unit={decision.unit}
                dueOn={due}
              />
              <SettleDeed county={at.county} kind="decision" id={decision.decision} />
            </>
          )}
          <CorrectDecision county={at.county} meeting={meeting.meeting} decision={decision} />
        </p>
      )}
    </li>
  )
}

/** Writes down that what has no task is carried out. */
export function SettleDeed(props: { county: string; kind: 'decision' | 'promise'; id: string }): ReactNode {
  return (
    <RecordDeed
      small
      word={says.deeds.settle}
      path={recordsPath('records', props.county, props.kind, props.id, 'settling')}
      fields={
        <>
          <DayField name="settled_on" label={says.form.settledOn} />
          <TextField name="outcome" label={says.form.outcome} lines={2} />
        </>
      }
    />
  )
}
