import type { MechanismList, PromiseView } from '@eduduty/core/duties'
import { PromiseKind } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { ChangesPart, CorrectRecord } from './correct-deeds.tsx'
import { SettleDeed } from './decisions-part.tsx'
import { ChoiceField, DayField, optionsOf, TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { RecordDeed } from './record-deed.tsx'
import { entryPairs, RecordFacts, RecordName, StrikeDeed } from './record-parts.tsx'
import { type TabProps, TabTable } from './tab-table.tsx'
import { OriginTasks, ToTask } from './to-task.tsx'
import { unitOptions, useUnitOptions } from './use-mechanisms.ts'

const says = mechanismMessages

const columns: readonly Column<PromiseView>[] = [
  { key: 'kind', title: says.columns.kind, width: 112, cell: ({ kind }) => kind },
  { key: 'title', title: says.columns.promise, width: 330, cell: (one) => <RecordName {...one} /> },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 150,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'source', title: says.columns.source, width: 180, cell: ({ source }) => <span title={source}>{source}</span> },
  {
    key: 'lead',
    title: says.columns.lead,
    width: 150,
    cell: ({ lead_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'due', title: says.columns.due, width: 98, cell: ({ due_on: day }) => <span className="number">{day}</span> },
  { key: 'outcome', title: says.columns.outcome, width: 140, cell: ({ outcome }) => <OutcomeMark outcome={outcome} /> },
]

/** Key work of the year and promises made in public, with what became of them. */
export function PromisesTab({ list, at, record, show }: TabProps & { list: MechanismList }): ReactNode {
  const open = list.promises.find(({ promise }) => promise === record)
  return (
    <>
      <TabTable
        label={says.tabs.promises}
        year={list.year}
        rows={list.promises}
        columns={columns}
        rowKey={({ promise }) => promise}
        {...{ record, show }}
      />
      {open !== undefined && <PromisePanel at={at} promise={open} close={() => show(undefined)} />}
    </>
  )
}

function PromisePanel({
  at,
  promise,
  close,
}: Pick<TabProps, 'at'> & { promise: PromiseView; close: () => void }): ReactNode {
  const { promise: id, tasks, settled_on: settled } = promise
  return (
    <SidePanel close={close} width={720} title={promise.title}>
      {promise.may_record && (
        <div className="duty-deeds">
          {tasks.length === 0 && promise.outcome !== 'done' && (
            <>
              <ToTask
                plan={at.plan}
                origin={{ kind: 'promise', id }}
                text={promise.title}
                unit={promise.lead}
                dueOn={promise.due_on}
              />
              <SettleDeed county={at.county} kind="promise" id={id} />
            </>
          )}
          <CorrectPromise county={at.county} promise={promise} />
          <StrikeDeed county={at.county} kind="promise" id={id} />
        </div>
      )}
      <RecordFacts
        pairs={[
          [says.columns.unit, promise.unit_name],
          [says.columns.kind, promise.kind],
          [says.columns.source, promise.source],
          [says.form.madeOn, promise.made_on],
          [says.columns.lead, promise.lead_name],
          [says.columns.due, promise.due_on],
          [says.columns.outcome, <OutcomeMark key="outcome" outcome={promise.outcome} />],
          ...(settled === undefined ? [] : [[says.form.outcome, says.panel.outcome(settled, promise.says)] as const]),
          ...entryPairs(promise),
        ]}
      />
      <section className="panel-section">
        <h3>{says.panel.tasks}</h3>
        {tasks.length === 0 && <p className="muted">{says.panel.noTasks}</p>}
        <OriginTasks plan={at.plan} tasks={tasks} />
      </section>
      <ChangesPart changes={promise.changes} />
    </SidePanel>
  )
}

function PromiseFields({ county }: { county: string }): ReactNode {
  const kinds = optionsOf(PromiseKind.anyOf.map((one) => one.const))
  const units = useUnitOptions(county)
  return (
    <>
      <ChoiceField name="kind" label={says.form.kind} options={kinds} />
      <TextField name="title" label={says.form.promiseTitle} />
      <TextField name="source" label={says.form.source} optional />
      <div className="duty-pair">
        <DayField name="made_on" label={says.form.madeOn} />
        <DayField name="due_on" label={says.form.due} optional />
      </div>
      <ChoiceField name="lead" label={says.form.lead} options={units} optional />
    </>
  )
}

function CorrectPromise({ county, promise }: { county: string; promise: PromiseView }): ReactNode {
  const { kind, title, source, made_on, due_on, lead } = promise
  return (
    <CorrectRecord
      {...{ county, kind: 'promise', part: 'promise', id: promise.promise }}
      initial={{ kind, title, source, made_on, due_on, lead }}
      blank={{ source: '' }}
      fields={<PromiseFields county={county} />}
    />
  )
}

export function PromiseEntry({ list, at, show }: Pick<TabProps, 'at' | 'show'> & { list: MechanismList }): ReactNode {
  return (
    <RecordDeed
      primary
      word={says.enter.promises}
      path={recordsPath('promises', at.county)}
      initial={{ unit: list.units[0]?.unit, made_on: list.today }}
      body={(values) => ({ source: '', ...values })}
      opened={show}
      fields={
        <>
          <ChoiceField name="unit" label={says.form.unit} options={unitOptions(list.units)} />
          <PromiseFields county={at.county} />
        </>
      }
    />
  )
}
