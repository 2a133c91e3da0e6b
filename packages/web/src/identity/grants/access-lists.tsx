import { type AccessEntry, isVerb, type PersonAccess, verbs } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { accessQuery, personAccessQuery } from '../people/identity-queries.ts'
import { peopleMessages } from '../people/messages.ts'
import { grantMessages } from './messages.ts'

const says = grantMessages.access

const rule: Column<AccessEntry> = {
  key: 'rule',
  title: says.rule,
  width: 420,
  wrap: true,
  cell: (row) => says.ruleText(row.post_title, row.role_title, row.scope_name),
}
const period: Column<AccessEntry> = {
  key: 'period',
  title: says.columns.period,
  width: 190,
  cell: (row) => peopleMessages.period(row.since, row.until),
}
const unit: Column<AccessEntry> = { key: 'unit', title: says.columns.unit, width: 200, cell: (row) => row.unit_name }
const kind: Column<AccessEntry> = {
  key: 'kind',
  title: says.columns.kind,
  width: 60,
  cell: (row) => grantMessages.kinds[row.kind],
}

const personColumns: readonly Column<AccessEntry>[] = [
  { key: 'person', title: says.columns.person, width: 100, sticky: true, cell: (row) => row.person_name },
  unit,
  rule,
  kind,
  period,
  {
    key: 'account',
    title: says.account,
    width: 90,
    cell: (row) => <span className={row.account === 'active' ? '' : 'short'}>{accountWord(row.account)}</span>,
  },
]

function accountWord(status: string): string {
  const words: Readonly<Record<string, string>> = peopleMessages.statuses
  return words[status] ?? status
}

function verbWord(verb: string): string {
  return isVerb(verb) ? verbs[verb] : verb
}

/** Everybody who may do one thing with one unit's data, the nearest rule first. */
export function UnitAccessList({ unit: path, verb }: { unit: string; verb: string }): ReactNode {
  const access = useQuery(accessQuery(path, verb))
  if (access.error !== null) return <ErrorState error={access.error} retry={() => access.refetch()} />
  if (access.data === undefined) return <Loading />
  const { rows, unit_name } = access.data
  return (
    <>
      <h2 className="list-title">{says.found(unit_name, verbWord(verb), rows.length)}</h2>
      <LedgerTable
        label={says.title}
        rows={rows}
        columns={personColumns}
        rowKey={(row) => `${row.grant_id} ${row.person_name} ${row.kind} ${row.since}`}
        empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
      />
    </>
  )
}

type PersonRow = PersonAccess['rows'][number]

const grantColumns: readonly Column<PersonRow>[] = [
  { key: 'post', title: says.columns.post, width: 180, sticky: true, cell: (row) => row.post_title },
  unit,
  kind,
  { key: 'role', title: says.columns.role, width: 110, cell: (row) => row.role_title },
  { key: 'scope', title: says.columns.scope, width: 180, cell: (row) => row.scope_name },
  period,
  { key: 'verbs', title: says.verb, width: 310, wrap: true, cell: (row) => row.verbs.map(verbWord).join('、') },
]

/** Every grant in force of one person, with its scope and what it allows. */
export function PersonAccessList({ person }: { person: string }): ReactNode {
  const access = useQuery(personAccessQuery(person))
  if (access.error !== null) return <ErrorState error={access.error} retry={() => access.refetch()} />
  if (access.data === undefined) return <Loading />
  return (
    <>
      <h2 className="list-title">{says.ofPerson(access.data.person_name)}</h2>
      <LedgerTable
        label={says.title}
        rows={access.data.rows}
        columns={grantColumns}
        rowKey={(row) => `${row.grant_id} ${row.kind} ${row.since}`}
        empty={<EmptyState title={says.ofPersonNone} advice={says.noneAdvice} />}
      />
    </>
  )
}
