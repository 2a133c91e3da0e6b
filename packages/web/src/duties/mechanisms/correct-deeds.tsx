import type { CorrectedKind, DecisionView, MeetingView } from '@eduduty/core/duties'
import { MeetingKind } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { ChoiceField, DayField, optionsOf, TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { linesOf, RecordDeed, type Values, wordOf } from './record-deed.tsx'
import { useUnitOptions } from './use-mechanisms.ts'

const says = mechanismMessages

const reason = <TextField name="reason" label={says.form.correction} lines={2} />

/** Writes what was entered of a meeting as it should be. */
export function CorrectMeeting({ county, meeting }: { county: string; meeting: MeetingView }): ReactNode {
  const { kind, title, held_on, chair, topics, document } = meeting
  return (
    <RecordDeed
      word={says.deeds.correct}
      hint={says.deeds.correctHint}
      path={recordsPath('meetings', county, meeting.meeting, 'corrections')}
      initial={{ kind, title, held_on, chair, document, topics: topics.join('\n') }}
      body={({ reason: why, ...values }) => ({
        meeting: { chair: '', document: '', ...values, title: wordOf(values.title), topics: linesOf(values.topics) },
        reason: why,
      })}
      fields={
        <>
          <div className="duty-pair">
            <ChoiceField
              name="kind"
              label={says.form.kind}
              options={optionsOf(MeetingKind.anyOf.map((one) => one.const))}
            />
            <DayField name="held_on" label={says.form.heldOn} />
          </div>
          <TextField name="title" label={says.form.meetingTitle} />
          <div className="duty-pair">
            <TextField name="chair" label={says.form.chair} optional />
            <TextField name="document" label={says.form.document} optional />
          </div>
          <TextField name="topics" label={says.form.topics} lines={2} />
          {reason}
        </>
      }
    />
  )
}

interface CorrectDecisionProps {
  readonly county: string
  readonly meeting: string
  readonly decision: DecisionView
}

/** The same for one of its decisions. */
export function CorrectDecision({ county, meeting, decision }: CorrectDecisionProps): ReactNode {
  const units = useUnitOptions(county)
  const { text, unit, due_on: due } = decision
  return (
    <RecordDeed
      small
      word={says.deeds.correct}
      hint={says.deeds.correctHint}
      path={recordsPath('meetings', county, meeting, 'corrections')}
      initial={{ text, unit, due_on: due }}
      body={({ reason: why, ...values }) => ({ decision: { decision: decision.decision, ...values }, reason: why })}
      fields={
        <>
          <TextField name="text" label={says.form.decision} lines={2} />
          <ChoiceField name="unit" label={says.form.lead} options={units} optional />
          <DayField name="due_on" label={says.form.due} optional />
          {reason}
        </>
      }
    />
  )
}

interface CorrectRecordProps {
  readonly county: string
  readonly kind: CorrectedKind
  readonly id: string
  /** What of the record: itself, or one of its members or visits. */
  readonly part: CorrectedKind | 'member' | 'visit'
  readonly initial: Values
  /** What is sent where a field was left blank, and what is not typed. */
  readonly blank?: Values
  readonly small?: boolean
  readonly fields: ReactNode
}

/** The same for records of other kinds. */
export function CorrectRecord({ county, kind, id, part, blank, fields, ...deed }: CorrectRecordProps): ReactNode {
  return (
    <RecordDeed
      {...deed}
      word={says.deeds.correct}
      hint={says.deeds.correctHint}
      path={recordsPath('records', county, kind, id, 'corrections')}
      body={({ reason: why, ...values }) => ({ [part]: { ...blank, ...values }, reason: why })}
      fields={
        <>
          {fields}
          {reason}
        </>
      }
    />
  )
}

/** How it was written before. */
export function ChangesPart({ changes }: Pick<MeetingView, 'changes'>): ReactNode {
  if (changes.length === 0) return null
  return (
    <section className="panel-section">
      <h3>{says.panel.changes}</h3>
      <ul className="duty-changes">
        {changes.map(({ no, was, reason: why, by, on }) => (
          <li key={no}>
            <p>{says.panel.changed(on, by, why)}</p>
            <p className="muted">{says.panel.was}</p>
            {was.split('\n').map((line) => (
              <p key={line} className="muted">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
