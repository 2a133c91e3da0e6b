import { chinaMinute } from '@eduduty/core/calendar'
import type { DeliveriesAnswer, Delivery } from '@eduduty/core/evaluation'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { deliveriesPath, deliveryPath } from './gathering-queries.ts'
import { LastStep, Verdict } from './member-columns.tsx'
import { gatheringMessages as says } from './messages.ts'
import type { Asked } from './reason-dialog.tsx'

type Run = DeliveriesAnswer['runs'][number]
type Ask = (asked: Asked) => void

/** What a county can hand up now, and what became of what it has handed up. */
export function OwnDeliveries({ answer, ask }: { answer: DeliveriesAnswer; ask: Ask }): ReactNode {
  const { counties, county, may_send: maySend, runs, deliveries } = answer
  const name = counties.find(({ code }) => code === county)?.name ?? county
  return (
    <section className="panel-section">
      <h2>{says.own.title(name)}</h2>
      {runs.length === 0 ? (
        <EmptyState title={says.own.noRuns} advice={says.own.noRunsAdvice} />
      ) : (
        <LedgerTable
          label={says.own.runs}
          columns={runColumns(county, maySend, ask)}
          rows={runs}
          rowKey={({ run }) => run}
        />
      )}
      <h3>{says.own.history}</h3>
      {deliveries.length === 0 ? (
        <p className="muted">{says.own.noHistory}</p>
      ) : (
        <LedgerTable
          label={says.own.history}
          columns={deliveryColumns(ask)}
          rows={deliveries}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}

function runColumns(county: string, maySend: boolean, ask: Ask): Column<Run>[] {
  return [
    { key: 'year', title: says.columns.year, width: 80, cell: ({ year }) => says.year(year) },
    {
      key: 'pack',
      title: says.columns.pack,
      width: 330,
      cell: ({ pack }) => `${pack.title} ${pack.version}`,
    },
    { key: 'status', title: says.columns.status, width: 80, cell: ({ status }) => says.status[status] },
    { key: 'verdict', title: says.columns.verdict, width: 96, cell: (run) => <Verdict delivery={run} /> },
    { key: 'made', title: says.columns.made, width: 160, cell: ({ created_at: at }) => chinaMinute(at) },
    {
      key: 'steps',
      title: says.columns.steps,
      width: 170,
      cell: (run) => <Send run={run} county={county} maySend={maySend} ask={ask} />,
    },
  ]
}

interface SendProps {
  readonly run: Run
  readonly county: string
  readonly maySend: boolean
  readonly ask: Ask
}

function Send({ run, county, maySend, ask }: SendProps): ReactNode {
  if (run.refusal !== undefined) return <span className="muted">{says.own.refusal[run.refusal]}</span>
  if (!maySend) return null
  const isPreview = run.status === 'preview'
  return (
    <Button
      type="link"
      size="small"
      onClick={() =>
        ask({
          title: `${says.own.send}　${says.year(run.year)}　${run.pack.title}`,
          hint: isPreview ? says.own.previewHint : says.own.sendHint,
          okText: says.own.send,
          isOptional: !isPreview,
          path: `${deliveriesPath}/${county}`,
          body: { run: run.run },
          done: says.own.sent,
        })
      }
    >
      {says.own.send}
    </Button>
  )
}

function deliveryColumns(ask: Ask): Column<Delivery>[] {
  return [
    { key: 'year', title: says.columns.year, width: 80, cell: ({ year }) => says.year(year) },
    { key: 'pack', title: says.columns.pack, width: 330, cell: ({ pack }) => `${pack.title} ${pack.version}` },
    { key: 'deed', title: says.columns.deed, width: 150, cell: ({ deed }) => says.deed[deed] },
    { key: 'verdict', title: says.columns.verdict, width: 96, cell: (delivery) => <Verdict delivery={delivery} /> },
    { key: 'last', title: says.columns.last, width: 280, wrap: true, cell: (row) => <LastStep delivery={row} /> },
    {
      key: 'steps',
      title: says.columns.steps,
      width: 90,
      cell: ({ may, county, id }) =>
        may.includes('withdrawn') && (
          <Button
            type="link"
            size="small"
            onClick={() =>
              ask({
                title: says.withdraw,
                hint: says.withdrawHint,
                okText: says.withdraw,
                danger: true,
                path: deliveryPath(county.code, id, 'withdrawal'),
                done: says.withdrawn,
              })
            }
          >
            {says.withdraw}
          </Button>
        ),
    },
  ]
}
