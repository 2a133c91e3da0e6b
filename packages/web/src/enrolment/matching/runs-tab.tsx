import type { MatchOverview, MatchResult } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { matchMessages as says } from './match-messages.ts'
import { matchingKey, matchingPath, overviewQuery } from './match-queries.ts'

const number = (key: 'left' | 'right' | 'matched' | 'unmatched' | 'exempt' | 'proposed' | 'asked') => ({
  key,
  width: 62,
  align: 'right' as const,
  cell: (row: MatchResult) => <span className="number">{row[key]}</span>,
})

const columns = ({ matches }: MatchOverview): readonly Column<MatchResult>[] => [
  {
    key: 'title',
    title: says.columns.title,
    width: 180,
    wrap: true,
    cell: (row) => <Title row={row} matches={matches} />,
  },
  { key: 'leftTitle', title: says.columns.left, width: 128, wrap: true, cell: ({ left_title }) => left_title },
  { key: 'rightTitle', title: says.columns.right, width: 128, wrap: true, cell: ({ right_title }) => right_title },
  { ...number('left'), title: says.columns.leftRows, width: 76 },
  { ...number('right'), title: says.columns.rightRows, width: 76 },
  { ...number('matched'), title: says.columns.matched },
  { ...number('unmatched'), title: says.columns.unmatched },
  { ...number('exempt'), title: says.columns.exempt },
  { ...number('proposed'), title: says.columns.proposed },
  { ...number('asked'), title: says.columns.asked },
  { key: 'ledger', title: says.columns.ledger, width: 96, cell: ({ ledger }) => ledger },
  {
    key: 'warning',
    title: says.columns.warning,
    width: 236,
    wrap: true,
    cell: ({ finds, warning }) => [says.bothNote(finds), warning].filter((part) => part !== '').join('；'),
  },
]

/** Results by the names under which the pack lists its comparisons, such as 四查三比对, in its order. */
function groupsOf({ results, matches }: MatchOverview): readonly (readonly [string, readonly MatchResult[]])[] {
  const groups = new Map<string, MatchResult[]>()
  for (const row of results) {
    const heading = matches.find(({ match }) => match === row.match)?.heading ?? ''
    groups.set(heading, [...(groups.get(heading) ?? []), row])
  }
  return [...groups]
}

function Title({ row, matches }: { row: MatchResult; matches: MatchOverview['matches'] }): ReactNode {
  const known = matches.find(({ match }) => match === row.match)
  return (
    <span title={known?.basis ?? ''}>
      {row.title}
      {known?.is_unverified === true && <span className="unverified">{says.unverified}</span>}
    </span>
  )
}

/** Starts a run, shows how far it is, and what each comparison of the last one came to. */
export function RunsTab({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(overviewQuery(county))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  if (data.years.length === 0) return <EmptyState title={says.noYears} advice={says.noYearsAdvice} />
  return (
    <>
      <StartBar county={county} overview={data} />
      <RunState overview={data} />
      {groupsOf(data).map(([heading, rows]) => (
        <section key={heading}>
          {heading !== '' && <h3>{heading}</h3>}
          <LedgerTable
            label={says.resultsOf(heading)}
            rows={rows}
            columns={columns(data)}
            rowKey={({ match }) => match}
            lines={2}
          />
        </section>
      ))}
      {data.results.length > 0 && <p className="note">{says.once}</p>}
      {data.run === undefined && <EmptyState title={says.never} advice={says.neverAdvice} />}
    </>
  )
}

function StartBar({ county, overview }: { county: string; overview: MatchOverview }): ReactNode {
  const [chosen, setChosen] = useState<number>()
  const change = useChange(matchingKey)
  const year = chosen ?? overview.years[0]
  const { run } = overview
  const start = () =>
    change.mutate({ path: matchingPath(county, 'runs'), body: { year }, done: says.started, shown: true })
  return (
    <div className="filters">
      <Select
        size="small"
        aria-label={says.year}
        value={year ?? null}
        options={overview.years.map((value) => ({ value, label: says.yearOf(value) }))}
        onChange={(value: number) => setChosen(value)}
      />
      <Button
        type="primary"
        size="small"
        loading={change.isPending}
        disabled={run?.state === 'running'}
        onClick={start}
      >
        {says.start}
      </Button>
      {run !== undefined && (
        <span className="filters-end muted">{says.lastRun(run.started_by, timeOf(run.started_at), run.year)}</span>
      )}
    </div>
  )
}

function RunState({ overview: { run } }: { overview: MatchOverview }): ReactNode {
  if (run?.state === 'running')
    return (
      <div className="match-running" role="status">
        <Progress percent={run.total === 0 ? 0 : Math.round((100 * run.done) / run.total)} size="small" />
        <p className="note">{run.total === 0 ? says.preparing : says.running(run.done, run.total)}</p>
      </div>
    )
  if (run?.state === 'failed')
    return <Alert type="warning" showIcon title={says.failed} description={run.problem ?? ''} />
  return null
}

function timeOf(at: string): string {
  const time = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`
}
