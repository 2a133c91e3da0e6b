import { chinaMinute } from '@eduduty/core/calendar'
import { type PeriodProgress, townshipTitle } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'

const says = periodMessages.owing

type Owing = PeriodProgress['owing'][number]

/** Who owes what, the latest first; those who plan tick units to remind or to give more time. */
export function OwingTable(props: PeriodActionsProps): ReactNode {
  const { progress, chosen, choose } = props
  const may = useMay()
  const [text, setText] = useState('')
  const [extending, setExtending] = useState(false)
  const { owing, period } = progress
  const [withClosed, setWithClosed] = useState(false)
  const closed = owing.filter(({ may_report }) => !may_report).length
  const listed = useMemo(() => owing.filter(({ may_report }) => may_report || withClosed), [owing, withClosed])
  const shown = useMemo(() => find(listed, text), [listed, text])
  if (owing.length === 0) return <EmptyState title={says.none} advice={says.noneAdvice} />
  const all = shown.length > 0 && shown.every(({ unit_id }) => chosen.has(unit_id))
  const tickAll = () => choose(all ? new Set() : new Set([...chosen, ...shown.map(({ unit_id }) => unit_id)]))
  const plans = may('collection.plan')
  const columns = [...(plans ? [tickColumn(chosen, choose)] : []), ...owingColumns(period.period_id)]
  return (
    <>
      <div className="filters">
        {plans && (
          <Checkbox checked={all} onChange={tickAll}>
            {says.all}
          </Checkbox>
        )}
        <Input
          size="small"
          className="filter-wide"
          allowClear
          placeholder={says.filter}
          aria-label={says.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {closed > 0 && (
          <Checkbox checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)}>
            <span title={says.closedHint}>{says.closed(closed)}</span>
          </Checkbox>
        )}
        <span className="filters-end muted">{says.chosen(chosen.size, shown.length, listed.length)}</span>
        {plans && chosen.size > 0 && (
          <Button size="small" onClick={() => setExtending(true)}>
            {periodMessages.period.extend}
          </Button>
        )}
      </div>
      <LedgerTable
        label={says.tables}
        rows={shown}
        columns={columns}
        rowKey={(one) => one.unit_id}
        height="calc(100vh - 284px)"
      />
      {extending && <ExtendDialog {...props} close={() => setExtending(false)} />}
    </>
  )
}

function find(owing: readonly Owing[], text: string): readonly Owing[] {
  const wanted = text.trim()
  return wanted === '' ? owing : owing.filter((one) => one.unit_name.includes(wanted) || one.township.includes(wanted))
}

function tickColumn(chosen: ReadonlySet<string>, choose: PeriodActionsProps['choose']): Column<Owing> {
  return {
    key: 'tick',
    title: '',
    width: 36,
    cell: ({ unit_id, unit_name }) => (
      <Checkbox
        aria-label={says.pick(unit_name)}
        checked={chosen.has(unit_id)}
        onChange={(event) => {
          const next = new Set(chosen)
          if (event.target.checked) next.add(unit_id)
          else next.delete(unit_id)
          choose(next)
        }}
      />
    ),
  }
}

const tablesText = ({ tables, returned }: Owing): string =>
  tables.map((title) => (returned.includes(title) ? says.returned(title) : title)).join('、')

const owingColumns = (period: string): readonly Column<Owing>[] => [
  {
    key: 'unit',
    title: says.unit,
    width: 220,
    cell: ({ unit_name }) => (
      <Link to="/collection/tasks" search={{ period, text: unit_name }}>
        {unit_name}
      </Link>
    ),
  },
  { key: 'township', title: says.township, width: 100, cell: ({ township }) => townshipTitle(township) },
  {
    key: 'tables',
    title: says.tables,
    width: 400,
    cell: (one) => <span title={tablesText(one)}>{tablesText(one)}</span>,
  },
  { key: 'due', title: says.due, width: 100, cell: ({ due_on }) => <span className="number">{due_on}</span> },
  {
    key: 'late',
    title: says.late,
    width: 70,
    align: 'right',
    cell: ({ overdue_days }) => <span className="wrong number">{says.days(overdue_days)}</span>,
  },
  {
    key: 'reminded',
    title: says.reminded,
    width: 210,
    cell: ({ reminded_count, reminded_at }) =>
      reminded_at === undefined ? '' : says.remindedText(reminded_count, chinaMinute(reminded_at)),
  },
]
