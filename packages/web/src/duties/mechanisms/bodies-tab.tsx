import { BodyKind, type BodyView, type MechanismList, MemberRole } from '@eduduty/core/duties'
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
import { unitOptions } from './use-mechanisms.ts'

const says = mechanismMessages
const roles = MemberRole.anyOf.map((one) => one.const)
const heads: ReadonlySet<string> = new Set(['组长', '主任'])

const columns: readonly Column<BodyView>[] = [
  { key: 'kind', title: says.columns.kind, width: 128, cell: ({ kind }) => kind },
  { key: 'title', title: says.columns.title, width: 290, cell: (one) => <RecordName {...one} /> },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 180,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'members', title: says.columns.members, width: 240, cell: (one) => <Members body={one} /> },
  { key: 'office', title: says.columns.office, width: 170, cell: ({ office }) => office },
  { key: 'founded', title: says.columns.founded, width: 160, cell: (one) => <Founded body={one} /> },
]

function Members({ body: { members } }: { body: BodyView }): ReactNode {
  const now = members.filter(({ until }) => until === undefined)
  const head = now.find(({ role }) => heads.has(role))
  return (
    <>
      {says.people(now.length)}
      {head !== undefined && <span className="muted apart">{says.head(head.name)}</span>}
    </>
  )
}

function Founded({ body }: { body: BodyView }): ReactNode {
  const { founded_on: founded, dissolved_on: dissolved } = body
  return <span className="number">{dissolved === undefined ? founded : says.dissolved(dissolved)}</span>
}

/** Leading groups and committees as they stood in the year. */
export function BodiesTab({ list, at, record, show }: TabProps & { list: MechanismList }): ReactNode {
  const open = list.bodies.find(({ body }) => body === record)
  return (
    <>
      <TabTable
        label={says.tabs.bodies}
        year={list.year}
        rows={list.bodies}
        columns={columns}
        rowKey={({ body }) => body}
        {...{ record, show }}
      />
      {open !== undefined && (
        <SidePanel close={() => show(undefined)} width={720} title={open.title}>
          {open.may_record && <BodyDeeds county={at.county} body={open} today={list.today} />}
          <RecordFacts
            pairs={[
              [says.columns.unit, open.unit_name],
              [says.columns.kind, open.kind],
              [says.columns.document, open.document],
              [says.columns.office, open.office],
              [says.columns.founded, <Founded key="founded" body={open} />],
              ...entryPairs(open),
            ]}
          />
          <MemberPart county={at.county} body={open} />
          <ChangesPart changes={open.changes} />
        </SidePanel>
      )}
    </>
  )
}

const memberFields = (
  <>
    <TextField name="name" label={says.form.memberName} />
    <ChoiceField name="role" label={says.form.memberRole} options={optionsOf(roles)} />
    <TextField name="post" label={says.form.memberPost} optional />
    <DayField name="since" label={says.form.since} />
  </>
)

const bodyFields = (
  <>
    <ChoiceField name="kind" label={says.form.kind} options={optionsOf(BodyKind.anyOf.map((one) => one.const))} />
    <TextField name="title" label={says.form.bodyTitle} />
    <TextField name="document" label={says.form.bodyDocument} optional />
    <div className="duty-pair">
      <TextField name="office" label={says.form.office} optional />
      <DayField name="founded_on" label={says.form.foundedOn} />
    </div>
  </>
)

function CorrectBody({ county, body }: { county: string; body: BodyView }): ReactNode {
  const { kind, title, document, office, founded_on: founded, dissolved_on: dissolved } = body
  return (
    <CorrectRecord
      {...{ county, kind: 'body', part: 'body', id: body.body }}
      initial={{ kind, title, document, office, founded_on: founded, dissolved_on: dissolved }}
      blank={{ document: '', office: '' }}
      fields={
        <>
          {bodyFields}
          {dissolved !== undefined && <DayField name="dissolved_on" label={says.form.dissolvedOn} optional />}
        </>
      }
    />
  )
}

type Member = BodyView['members'][number]

function CorrectMember({ county, id, member }: { county: string; id: string; member: Member }): ReactNode {
  const { no, name, post, role, since, until } = member
  return (
    <CorrectRecord
      small
      {...{ county, id, kind: 'body', part: 'member' }}
      initial={{ name, post, role, since, until }}
      blank={{ no, post: '' }}
      fields={
        <>
          {memberFields}
          {until !== undefined && <DayField name="until" label={says.form.until} optional />}
        </>
      }
    />
  )
}

function BodyDeeds({ county, body, today }: { county: string; body: BodyView; today: string }): ReactNode {
  const path = recordsPath('bodies', county, body.body, 'changes')
  const now = body.members.filter(({ until }) => until === undefined)
  return (
    <div className="duty-deeds">
      <RecordDeed
        word={says.deeds.join}
        path={path}
        initial={{ since: today, role: '成员' }}
        body={(values) => ({ joined: { post: '', ...values } })}
        fields={memberFields}
      />
      {now.length > 0 && (
        <RecordDeed
          word={says.deeds.leave}
          path={path}
          initial={{ until: today }}
          body={(values) => ({ left: values })}
          fields={
            <>
              <ChoiceField
                name="no"
                label={says.form.leaving}
                options={now.map(({ no, name, post }) => ({ value: no, label: `${name} ${post}` }))}
              />
              <DayField name="until" label={says.form.until} />
            </>
          }
        />
      )}
      {body.dissolved_on === undefined && (
        <RecordDeed
          word={says.deeds.dissolve}
          path={path}
          initial={{ dissolved_on: today }}
          fields={<DayField name="dissolved_on" label={says.form.until} />}
        />
      )}
      <CorrectBody county={county} body={body} />
      <StrikeDeed county={county} kind="body" id={body.body} />
    </div>
  )
}

function MemberPart({ county, body }: { county: string; body: BodyView }): ReactNode {
  const { members, may_record: mayRecord } = body
  const { name, role, post, since, until } = says.panel.memberColumns
  return (
    <section className="panel-section">
      <h3>{says.panel.members}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>{name}</th>
            <th>{role}</th>
            <th>{post}</th>
            <th className="duty-day">{since}</th>
            <th className="duty-day">{until}</th>
            {mayRecord && <th className="duty-deed">{says.panel.memberColumns.deeds}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((one) => (
            <tr key={one.no} className={one.until === undefined ? '' : 'muted'}>
              <td>{one.name}</td>
              <td>{one.role}</td>
              <td>{one.post}</td>
              <td className="number">{one.since}</td>
              <td className="number">{one.until ?? ''}</td>
              {mayRecord && (
                <td>
                  <CorrectMember county={county} id={body.body} member={one} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function BodyEntry({ list, at, show }: Pick<TabProps, 'at' | 'show'> & { list: MechanismList }): ReactNode {
  return (
    <RecordDeed
      primary
      word={says.enter.bodies}
      path={recordsPath('bodies', at.county)}
      initial={{ unit: list.units[0]?.unit, founded_on: list.today }}
      body={(values) => ({ document: '', office: '', ...values, members: [] })}
      opened={show}
      fields={
        <>
          <ChoiceField name="unit" label={says.form.unit} options={unitOptions(list.units)} />
          {bodyFields}
        </>
      }
    />
  )
}
