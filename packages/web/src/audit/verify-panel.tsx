import type { FindingView, VerifyReport, VerifyState } from '@eduduty/core/audit'
import { chinaTime } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { verifyQuery } from './audit-queries.ts'
import { auditMessages } from './messages.ts'

const says = auditMessages.verify

/** How far the verification is, and what it found. */
export function VerifyPanel({ close, start }: { close: () => void; start: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(verifyQuery())
  return (
    <SidePanel close={close} title={says.title} width={760}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <State state={data} />}
      {data !== undefined && data.state !== 'running' && (
        <Button onClick={start}>{data.state === 'none' ? says.action : says.again}</Button>
      )}
    </SidePanel>
  )
}

function State({ state }: { state: VerifyState }): ReactNode {
  const { done, total, report, problem } = state
  if (state.state === 'running') {
    return (
      <div className="audit-running" role="status">
        <Progress percent={total === 0 ? 0 : Math.floor((done / total) * 100)} />
        <p>{says.progress(done, total)}</p>
        <p className="muted">{says.running}</p>
      </div>
    )
  }
  if (state.state === 'failed') {
    return (
      <div className="state-panel state-panel-wrong" role="alert">
        <h2>{says.failed}</h2>
        <p>{problem}</p>
      </div>
    )
  }
  return report === undefined ? null : <Report report={report} startedAt={state.started_at ?? ''} />
}

function Report({ report, startedAt }: { report: VerifyReport; startedAt: string }): ReactNode {
  const { chains, findings, left_out } = report
  if (chains.length === 0) return <EmptyState title={says.none} advice={says.noneAdvice} />
  const wrong = findings.filter((finding) => finding.severity === 'wrong')
  const notes = findings.filter((finding) => finding.severity === 'note')
  const events = chains.reduce((sum, chain) => sum + chain.events, 0)
  return (
    <>
      <div className={report.ok ? 'audit-verdict' : 'audit-verdict audit-verdict-wrong'} role="status">
        <h2>{report.ok ? `✓ ${says.good}` : `✕ ${says.bad(wrong.length + left_out)}`}</h2>
        <p className="muted">
          {says.summary({
            chains: chains.length,
            events,
            checkpoints: report.checkpoints,
            when: chinaTime(startedAt),
          })}
        </p>
      </div>
      <Findings title={says.findings} findings={wrong} />
      {left_out > 0 && <p>{says.leftOut(left_out)}</p>}
      <Findings title={says.notes} findings={notes} />
      <LedgerTable label={says.title} rows={chains} rowKey={(chain) => chain.county} columns={chainColumns} />
      <p className="muted audit-limits">{says.limits(report.tolerance_seconds)}</p>
    </>
  )
}

function Findings({ title, findings }: { title: string; findings: readonly FindingView[] }): ReactNode {
  if (findings.length === 0) return null
  return (
    <section className="audit-findings">
      <h3>{title}</h3>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.county} ${finding.from ?? ''}`}>
            <strong className={finding.severity === 'wrong' ? 'wrong' : undefined}>{finding.says}</strong>
            <p className="muted">{finding.advice}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const chainColumns: readonly Column<VerifyReport['chains'][number]>[] = [
  { key: 'county', title: says.columns.county, width: 84, cell: (chain) => chain.county },
  { key: 'events', title: says.columns.events, width: 84, align: 'right', cell: (chain) => chain.events },
  {
    key: 'span',
    title: says.columns.span,
    width: 176,
    wrap: true,
    cell: (chain) => [chain.first_at, chain.last_at].map((at) => (at === undefined ? '' : chinaTime(at))).join(' – '),
  },
  {
    key: 'checkpoint',
    title: says.columns.checkpoint,
    width: 250,
    wrap: true,
    cell: ({ events, last_checkpoint }) => {
      if (last_checkpoint === undefined) return <span className="wrong">{says.noCheckpoint}</span>
      const { no, at } = last_checkpoint
      return (
        <>
          {says.checkpoint(no, chinaTime(at))}
          {events > no && <span className="muted"> {says.open(events - no)}</span>}
        </>
      )
    },
  },
]
