import type { MeetingList, MeetingView } from '@eduduty/core/duties'
import { MeetingKind } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { ChangesPart, CorrectMeeting } from './correct-deeds.tsx'
import { DecisionsPart } from './decisions-part.tsx'
import { ChoiceField, DayField, optionsOf, TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { linesOf, RecordDeed, wordOf } from './record-deed.tsx'
import { entryPairs, RecordFacts, RecordName, StrikeDeed } from './record-parts.tsx'
import { type TabProps, TabTable } from './tab-table.tsx'
import { type Mechanisms, unitOptions, useUnitOptions } from './use-mechanisms.ts'

const says = mechanismMessages

const columns: readonly Column<MeetingView>[] = [
  { key: 'on', title: says.columns.on, width: 98, cell: ({ held_on: day }) => <span className="number">{day}</span> },
  { key: 'kind', title: says.columns.kind, width: 128, cell: ({ kind }) => kind },
  { key: 'title', title: says.columns.title, width: 260, cell: (one) => <RecordName {...one} /> },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 170,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'topics',
    title: says.columns.topics,
    width: 290,
    cell: ({ topics }) => <span title={topics.join('\n')}>{topics.join('；')}</span>,
  },
  { key: 'decisions', title: says.columns.decisions, width: 220, cell: (one) => <Decided meeting={one} /> },
]

function Decided({ meeting: { decisions } }: { meeting: MeetingView }): ReactNode {
  const late = decisions.filter(({ outcome }) => outcome === 'late').length
  const done = decisions.filter(({ outcome }) => outcome === 'done').length
  return (
    <>
      {says.decided(done, decisions.length)}
      {late > 0 && <span className="wrong duty-conflict">{says.lateDecisions(late)}</span>}
    </>
  )
}

/** Meetings of the year; a row opens what was decided and what became of it. */
export function MeetingsTab({ list, at, record, show }: TabProps & { list: MeetingList }): ReactNode {
  const open = list.meetings.find(({ meeting }) => meeting === record)
  return (
    <>
      <TabTable
        label={says.tabs.meetings}
        year={list.year}
        rows={list.meetings}
        columns={columns}
        rowKey={({ meeting }) => meeting}
        {...{ record, show }}
      />
      {open !== undefined && <MeetingPanel at={at} meeting={open} close={() => show(undefined)} />}
    </>
  )
}

function MeetingPanel({ at, meeting, close }: { at: Mechanisms; meeting: MeetingView; close: () => void }): ReactNode {
  const { county } = at
  return (
    <SidePanel close={close} width={720} title={meeting.title}>
      {meeting.may_record && (
        <div className="duty-deeds">
          <AddDecision county={county} meeting={meeting.meeting} />
          <CorrectMeeting county={county} meeting={meeting} />
          <StrikeDeed county={county} kind="meeting" id={meeting.meeting} />
        </div>
      )}
      <RecordFacts
        pairs={[
          [says.columns.unit, meeting.unit_name],
          [says.columns.kind, meeting.kind],
          [says.columns.on, meeting.held_on],
          [says.panel.chair, meeting.chair],
          [says.columns.document, meeting.document],
          [says.panel.topics, meeting.topics.join('；')],
          ...entryPairs(meeting),
        ]}
      />
      <DecisionsPart at={at} meeting={meeting} />
      <ChangesPart changes={meeting.changes} />
    </SidePanel>
  )
}

function AddDecision({ county, meeting }: { county: string; meeting: string }): ReactNode {
  const units = useUnitOptions(county)
  return (
    <RecordDeed
      word={says.deeds.addDecision}
      path={recordsPath('meetings', county, meeting, 'decisions')}
      fields={
        <>
          <TextField name="text" label={says.form.decision} lines={2} />
          <ChoiceField name="unit" label={says.form.lead} options={units} optional />
          <DayField name="due_on" label={says.form.due} optional />
        </>
      }
    />
  )
}

/** Enters a meeting; its decisions are typed line by line. */
export function MeetingEntry({ list, at, show }: Pick<TabProps, 'at' | 'show'> & { list: MeetingList }): ReactNode {
  const kinds = optionsOf(MeetingKind.anyOf.map((one) => one.const))
  return (
    <RecordDeed
      primary
      word={says.enter.meetings}
      path={recordsPath('meetings', at.county)}
      initial={{ unit: list.units[0]?.unit, held_on: list.today }}
      body={({ topics, decisions, ...values }) => ({
        chair: '',
        document: '',
        ...values,
        title: wordOf(values.title),
        topics: linesOf(topics),
        decisions: linesOf(decisions).map((text) => ({ text })),
      })}
      opened={show}
      fields={
        <>
          <ChoiceField name="unit" label={says.form.unit} options={unitOptions(list.units)} />
          <div className="duty-pair">
            <ChoiceField name="kind" label={says.form.kind} options={kinds} />
            <DayField name="held_on" label={says.form.heldOn} />
          </div>
          <TextField name="title" label={says.form.meetingTitle} />
          <div className="duty-pair">
            <TextField name="chair" label={says.form.chair} optional />
            <TextField name="document" label={says.form.document} optional />
          </div>
          <TextField name="topics" label={says.form.topics} lines={2} />
          <TextField name="decisions" label={says.form.decisions} lines={2} optional />
        </>
      }
    />
  )
}
