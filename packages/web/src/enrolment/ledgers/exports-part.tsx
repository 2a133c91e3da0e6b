import { chinaMinute } from '@eduduty/core/calendar'
import { type ExportView, exportStateTitles, exportTitles } from '@eduduty/core/enrolment'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { exportPath, exportsKey, exportsQuery } from './ledger-queries.ts'
import { ledgerMessages } from './messages.ts'

const says = ledgerMessages.exports
const { columns } = says

/** What was asked for, by whom and what for; whoever may decide does so here, who asked downloads here. */
export function ExportsPart({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(exportsQuery(county))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <LedgerTable<ExportView>
      label={says.tab}
      rows={data.exports}
      columns={exportColumns(county)}
      rowKey={({ export: id }) => id}
      height="calc(100vh - 220px)"
      empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
    />
  )
}

const whatOf = ({ year, ledger, unit, row_state }: ExportView): string =>
  says.what(year, exportTitles[ledger], unit === '' ? says.whole : unit, row_state)

const exportColumns = (county: string): readonly Column<ExportView>[] => [
  { key: 'what', title: columns.what, width: 300, cell: (one) => <span title={whatOf(one)}>{whatOf(one)}</span> },
  { key: 'people', title: columns.people, width: 64, align: 'right', cell: ({ children }) => children },
  { key: 'minors', title: columns.minors, width: 96, align: 'right', cell: ({ minors }) => minors },
  { key: 'reason', title: columns.reason, width: 200, wrap: true, cell: ({ reason }) => reason },
  {
    key: 'asked',
    title: columns.asked,
    width: 210,
    cell: ({ asked_by: by, asked_at: at }) => `${by} ${chinaMinute(at)}`,
  },
  {
    key: 'state',
    title: columns.state,
    width: 150,
    cell: ({ state, decided_by: by }) => `${exportStateTitles[state]} ${by}`,
  },
  { key: 'fetched', title: columns.fetched, width: 80, align: 'right', cell: ({ fetched }) => fetched },
  { key: 'deeds', title: columns.deeds, width: 130, cell: (one) => <Deeds county={county} one={one} /> },
]

function Deeds({ county, one }: { county: string; one: ExportView }): ReactNode {
  const change = useChange<ExportView>(exportsKey)
  const client = useQueryClient()
  const path = exportPath(county, one.export)
  const decide = (approves: boolean) => () =>
    change.mutate({ path: `${path}/decision`, body: { approves, says: '' }, done: says.decided })
  if (one.may_fetch)
    return (
      <MakeFileButton
        label={says.fetch}
        title={whatOf(one)}
        path={`${path}/file`}
        name={says.file(one.year, exportTitles[one.ledger])}
        isMain
        made={() => void client.invalidateQueries({ queryKey: exportsKey })}
      />
    )
  if (!one.may_decide) return null
  return (
    <>
      <Button size="small" type="primary" loading={change.isPending} onClick={decide(true)}>
        {says.approve}
      </Button>{' '}
      <Button size="small" disabled={change.isPending} onClick={decide(false)}>
        {says.refuse}
      </Button>
    </>
  )
}
