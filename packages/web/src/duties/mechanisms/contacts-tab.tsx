import type { ContactView, MechanismList } from '@eduduty/core/duties'
import { VisitKind } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { ChangesPart, CorrectRecord } from './correct-deeds.tsx'
import { ChoiceField, DayField, optionsOf, TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { RecordDeed } from './record-deed.tsx'
import { entryPairs, RecordFacts, RecordName, StrikeDeed } from './record-parts.tsx'
import { type TabProps, TabTable } from './tab-table.tsx'
import { unitOptions, useUnitOptions } from './use-mechanisms.ts'

const says = mechanismMessages
const ofKind = ({ visits }: ContactView, kind: VisitKind): number => visits.filter((one) => one.kind === kind).length

function Times({ n }: { n: number }): ReactNode {
  return n === 0 ? <span className="short">{says.times(0)}</span> : says.times(n)
}

const columns: readonly Column<ContactView>[] = [
  {
    key: 'name',
    title: says.columns.official,
    width: 250,
    cell: ({ name, post, struck }) => <RecordName title={`${name}　${post}`} struck={struck} />,
  },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 200,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'school', title: says.columns.school, width: 280, cell: ({ school_name: name }) => name },
  { key: 'visits', title: says.columns.visits, width: 110, cell: (one) => <Times n={ofKind(one, '到校')} /> },
  { key: 'lectures', title: says.columns.lectures, width: 90, cell: (one) => says.times(ofKind(one, '讲课')) },
  {
    key: 'last',
    title: says.columns.last,
    width: 240,
    cell: ({ visits }) => {
      const last = visits.at(-1)
      return last === undefined ? '' : `${last.on} ${last.topic}`
    },
  },
]

/** Officials, the schools that are theirs to look after, and when they were there. */
export function ContactsTab({ list, at, record, show }: TabProps & { list: MechanismList }): ReactNode {
  const open = list.contacts.find(({ contact }) => contact === record)
  return (
    <>
      <TabTable
        label={says.tabs.contacts}
        year={list.year}
        rows={list.contacts}
        columns={columns}
        rowKey={({ contact }) => contact}
        {...{ record, show }}
      />
      {open !== undefined && (
        <SidePanel close={() => show(undefined)} width={640} title={`${open.name}　${open.school_name}`}>
          {open.may_record && <ContactDeeds county={at.county} contact={open} today={list.today} />}
          <RecordFacts
            pairs={[
              [says.columns.unit, open.unit_name],
              [says.form.officialPost, open.post],
              [says.columns.school, open.school_name],
              [says.form.since, open.since],
              ...entryPairs(open),
            ]}
          />
          <Visits county={at.county} contact={open} />
          <ChangesPart changes={open.changes} />
        </SidePanel>
      )}
    </>
  )
}

const visitFields = (
  <>
    <div className="duty-pair">
      <ChoiceField name="kind" label={says.form.kind} options={optionsOf(VisitKind.anyOf.map((one) => one.const))} />
      <DayField name="on" label={says.form.visitOn} />
    </div>
    <TextField name="topic" label={says.form.topic} optional />
  </>
)

function ContactFields({ county }: { county: string }): ReactNode {
  const schools = useUnitOptions(county, ['school', 'kindergarten'])
  return (
    <>
      <div className="duty-pair">
        <TextField name="name" label={says.form.official} />
        <TextField name="post" label={says.form.officialPost} optional />
      </div>
      <ChoiceField name="school" label={says.form.school} options={schools} />
      <DayField name="since" label={says.form.since} />
    </>
  )
}

function CorrectContact({ county, contact }: { county: string; contact: ContactView }): ReactNode {
  const { name, post, school, since } = contact
  return (
    <CorrectRecord
      {...{ county, kind: 'contact', part: 'contact', id: contact.contact }}
      initial={{ name, post, school, since }}
      blank={{ post: '' }}
      fields={<ContactFields county={county} />}
    />
  )
}

type Visit = ContactView['visits'][number]

function CorrectVisit({ county, id, visit }: { county: string; id: string; visit: Visit }): ReactNode {
  const { no, kind, on, topic } = visit
  return (
    <CorrectRecord
      small
      {...{ county, id, kind: 'contact', part: 'visit' }}
      initial={{ kind, on, topic }}
      blank={{ no, topic: '' }}
      fields={visitFields}
    />
  )
}

function ContactDeeds({ county, contact, today }: { county: string; contact: ContactView; today: string }): ReactNode {
  return (
    <div className="duty-deeds">
      <RecordDeed
        primary
        word={says.deeds.visit}
        path={recordsPath('contacts', county, contact.contact, 'visits')}
        initial={{ kind: '到校', on: today }}
        body={(values) => ({ topic: '', ...values })}
        fields={visitFields}
      />
      <CorrectContact county={county} contact={contact} />
      <StrikeDeed county={county} kind="contact" id={contact.contact} />
    </div>
  )
}

function Visits({ county, contact }: { county: string; contact: ContactView }): ReactNode {
  const { visits, may_record: mayRecord } = contact
  const { on, kind, topic } = says.panel.visitColumns
  return (
    <section className="panel-section">
      <h3>{says.panel.visits}</h3>
      {visits.length === 0 ? (
        <p className="muted">{says.panel.noVisits}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th className="duty-day">{on}</th>
              <th className="duty-day">{kind}</th>
              <th>{topic}</th>
              {mayRecord && <th className="duty-deed">{says.panel.visitColumns.deeds}</th>}
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.no}>
                <td className="number">{visit.on}</td>
                <td>{visit.kind}</td>
                <td>{visit.topic}</td>
                {mayRecord && (
                  <td>
                    <CorrectVisit county={county} id={contact.contact} visit={visit} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

export function ContactEntry({ list, at, show }: Pick<TabProps, 'at' | 'show'> & { list: MechanismList }): ReactNode {
  return (
    <RecordDeed
      primary
      word={says.enter.contacts}
      path={recordsPath('contacts', at.county)}
      initial={{ unit: list.units[0]?.unit, since: list.today }}
      body={(values) => ({ post: '', ...values })}
      opened={show}
      fields={
        <>
          <ChoiceField name="unit" label={says.form.unit} options={unitOptions(list.units)} />
          <ContactFields county={at.county} />
        </>
      }
    />
  )
}
