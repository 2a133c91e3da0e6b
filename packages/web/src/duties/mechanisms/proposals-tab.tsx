import { type MechanismList, type ProposalView, Satisfaction } from '@eduduty/core/duties'
import { ProposalKind } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { ChangesPart, CorrectRecord } from './correct-deeds.tsx'
import { ChoiceField, DayField, optionsOf, TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { AnswerMark } from './outcome-mark.tsx'
import { RecordDeed } from './record-deed.tsx'
import { entryPairs, RecordFacts, RecordName, StrikeDeed } from './record-parts.tsx'
import { type TabProps, TabTable } from './tab-table.tsx'
import { OriginTasks, ToTask } from './to-task.tsx'
import { unitOptions, useUnitOptions } from './use-mechanisms.ts'

const says = mechanismMessages
const satisfactions = optionsOf(Satisfaction.anyOf.map((one) => one.const))

const columns: readonly Column<ProposalView>[] = [
  { key: 'kind', title: says.columns.kind, width: 98, cell: ({ kind }) => kind },
  { key: 'no', title: says.columns.no, width: 78, cell: ({ no }) => <span className="number">{no}</span> },
  { key: 'title', title: says.columns.proposal, width: 310, cell: (one) => <RecordName {...one} /> },
  { key: 'raised', title: says.columns.raised, width: 150, cell: ({ raised_by: by }) => <span title={by}>{by}</span> },
  {
    key: 'lead',
    title: says.columns.lead,
    width: 150,
    cell: ({ lead_name: name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'on',
    title: says.columns.received,
    width: 98,
    cell: ({ received_on: day }) => <span className="number">{day}</span>,
  },
  { key: 'due', title: says.columns.due, width: 98, cell: ({ due_on: day }) => <span className="number">{day}</span> },
  {
    key: 'answer',
    title: says.columns.answer,
    width: 230,
    cell: ({ state, answered_on: day, satisfaction }) => (
      <>
        <AnswerMark state={state} />
        {day !== undefined && <span className="number apart">{day}</span>}
        {satisfaction !== '' && <span className="muted apart">{satisfaction}</span>}
      </>
    ),
  },
]

/** What people's congress and CPPCC have asked for, each against its time limit. */
export function ProposalsTab({ list, at, record, show }: TabProps & { list: MechanismList }): ReactNode {
  const open = list.proposals.find(({ proposal }) => proposal === record)
  return (
    <>
      <TabTable
        label={says.tabs.proposals}
        year={list.year}
        rows={list.proposals}
        columns={columns}
        rowKey={({ proposal }) => proposal}
        {...{ record, show }}
      />
      {open !== undefined && <ProposalPanel at={at} list={list} proposal={open} close={() => show(undefined)} />}
    </>
  )
}

interface PanelProps extends Pick<TabProps, 'at'> {
  readonly list: MechanismList
  readonly proposal: ProposalView
  readonly close: () => void
}

function ProposalPanel({ at, list, proposal, close }: PanelProps): ReactNode {
  const { proposal: id, tasks, may_record: mayRecord } = proposal
  return (
    <SidePanel close={close} width={720} title={proposal.title}>
      {mayRecord && (
        <div className="duty-deeds">
          <AnswerDeed county={at.county} proposal={proposal} today={list.today} />
          {tasks.length === 0 && proposal.answered_on === undefined && (
            <ToTask
              plan={at.plan}
              origin={{ kind: 'proposal', id }}
              text={proposal.title}
              unit={proposal.lead}
              dueOn={proposal.due_on}
            />
          )}
          <CorrectProposal county={at.county} proposal={proposal} />
          <StrikeDeed county={at.county} kind="proposal" id={id} />
        </div>
      )}
      <RecordFacts
        pairs={[
          [says.columns.unit, proposal.unit_name],
          [says.columns.kind, `${proposal.kind} ${proposal.no}`],
          [says.columns.raised, proposal.raised_by],
          [says.columns.lead, proposal.lead_name],
          [says.columns.received, proposal.received_on],
          [says.panel.limit, <Limit key="limit" proposal={proposal} />],
          [says.columns.answer, <AnswerMark key="state" state={proposal.state} />],
          [says.form.answeredOn, proposal.answered_on],
          [says.form.answer, proposal.answer],
          [says.panel.satisfaction, proposal.satisfaction],
          ...entryPairs(proposal),
        ]}
      />
      <section className="panel-section">
        <h3>{says.panel.tasks}</h3>
        {tasks.length === 0 && <p className="muted">{says.panel.noTasks}</p>}
        <OriginTasks plan={at.plan} tasks={tasks} />
      </section>
      <ChangesPart changes={proposal.changes} />
    </SidePanel>
  )
}

function Limit({ proposal }: { proposal: ProposalView }): ReactNode {
  const { due_on: due, missing_year: missing, limit, is_unverified: isUnverified } = proposal
  return (
    <>
      {due !== undefined && <strong className="number">{due}</strong>}
      {missing !== undefined && <span className="short">{says.panel.missingYear(missing)}</span>}
      <span className="muted apart">{limit}</span>
      {isUnverified && <span className="duty-tag">{says.panel.unverified}</span>}
    </>
  )
}

function AnswerDeed({ county, proposal, today }: { county: string; proposal: ProposalView; today: string }): ReactNode {
  const { answered_on: on = today, answer, satisfaction } = proposal
  return (
    <RecordDeed
      primary={proposal.answered_on === undefined}
      word={says.deeds.answer}
      path={recordsPath('proposals', county, proposal.proposal, 'answer')}
      initial={{ answered_on: on, answer, ...(satisfaction !== '' && { satisfaction }) }}
      fields={
        <>
          <DayField name="answered_on" label={says.form.answeredOn} />
          <TextField name="answer" label={says.form.answer} lines={2} />
          <ChoiceField name="satisfaction" label={says.form.satisfaction} options={satisfactions} optional />
        </>
      }
    />
  )
}

function ProposalFields({ county }: { county: string }): ReactNode {
  const kinds = optionsOf(ProposalKind.anyOf.map((one) => one.const))
  const units = useUnitOptions(county)
  return (
    <>
      <div className="duty-pair">
        <ChoiceField name="kind" label={says.form.kind} options={kinds} />
        <TextField name="no" label={says.form.no} optional />
      </div>
      <TextField name="title" label={says.form.proposalTitle} />
      <div className="duty-pair">
        <TextField name="raised_by" label={says.form.raisedBy} optional />
        <DayField name="received_on" label={says.form.receivedOn} />
      </div>
      <ChoiceField name="lead" label={says.form.lead} options={units} optional />
    </>
  )
}

function CorrectProposal({ county, proposal }: { county: string; proposal: ProposalView }): ReactNode {
  const { kind, no, title, raised_by, received_on, lead } = proposal
  return (
    <CorrectRecord
      {...{ county, kind: 'proposal', part: 'proposal', id: proposal.proposal }}
      initial={{ kind, no, title, raised_by, received_on, lead }}
      blank={{ no: '', raised_by: '' }}
      fields={<ProposalFields county={county} />}
    />
  )
}

export function ProposalEntry({ list, at, show }: Pick<TabProps, 'at' | 'show'> & { list: MechanismList }): ReactNode {
  return (
    <RecordDeed
      primary
      word={says.enter.proposals}
      path={recordsPath('proposals', at.county)}
      initial={{ unit: list.units[0]?.unit, received_on: list.today }}
      body={(values) => ({ no: '', raised_by: '', ...values })}
      opened={show}
      fields={
        <>
          <ChoiceField name="unit" label={says.form.unit} options={unitOptions(list.units)} />
          <ProposalFields county={at.county} />
        </>
      }
    />
  )
}
