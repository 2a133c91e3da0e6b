import { type AdjustmentRules, type AdjustmentView, adjustmentStates } from '@eduduty/core/appraisal'
import { chinaMinute } from '@eduduty/core/calendar'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import type { DeskProps } from '../desk/desk-props.ts'
import { isAllowed } from '../desk/permits.ts'
import { numberOf, pointsText } from '../given-text.ts'
import { adjustmentMessages as says } from '../yearly-messages.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What was added and deducted, on which grounds, and what became of it; for whoever may, the way to propose and decide. */
export function AdjustmentTab({ appraisalKey, detail }: DeskProps): ReactNode {
  const [asking, setAsking] = useState<'unit' | 'office'>()
  const [settling, setSettling] = useState<AdjustmentView>()
  const [withdrawing, setWithdrawing] = useState<AdjustmentView>()
  const { adjustment_rules: rules, adjustments } = detail
  if (rules === undefined) return <EmptyState title={says.noRules} advice={says.noRulesAdvice} />
  const side = isAllowed(detail, 'apply') ? 'unit' : isAllowed(detail, 'propose') ? 'office' : undefined
  const button = side !== undefined && (
    <Button type="primary" onClick={() => setAsking(side)}>
      {side === 'unit' ? says.apply : says.propose}
    </Button>
  )
  return (
    <>
      <div className="filters">
        {adjustments.length > 0 && button}
        <Limits rules={rules} />
      </div>
      <LedgerTable
        label={says.table}
        rows={adjustments}
        columns={columnsOf(setSettling, setWithdrawing)}
        rowKey={(one) => one.adjustment_id}
        empty={<EmptyState title={says.none} advice={says.noneAdvice} action={button} />}
      />
      {asking !== undefined && (
        <ProposeDialog {...{ appraisalKey, rules }} side={asking} close={() => setAsking(undefined)} />
      )}
      {settling !== undefined && (
        <SettleDialog {...{ appraisalKey, rules }} adjustment={settling} close={() => setSettling(undefined)} />
      )}
      {withdrawing !== undefined && (
        <WithdrawDialog {...{ appraisalKey }} adjustment={withdrawing} close={() => setWithdrawing(undefined)} />
      )}
    </>
  )
}

function Limits({ rules }: { rules: AdjustmentRules }): ReactNode {
  const totals = says.totals(rules.addition_limit, rules.deduction_limit)
  return (
    <details className="appraisal-limits">
      <summary>
        {says.rules}
        {totals !== '' && <span className="muted">　{totals}</span>}
      </summary>
      <ul>
        {rules.kinds.map((one) => (
          <li key={one.id}>
            {says.rule({
              kind: one.kind,
              title: one.title,
              max: one.max,
              ...(one.limit !== undefined && { limit: one.limit }),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

const points = (text: string | undefined): ReactNode => {
  const number = numberOf(text)
  return <span className="number">{number === undefined ? '' : pointsText(number)}</span>
}

type Handle = (one: AdjustmentView) => void

function columnsOf(settle: Handle, withdraw: Handle): Column<AdjustmentView>[] {
  const { columns } = says
  return [
    { key: 'kind', title: columns.kind, width: 210, wrap: true, cell: (one) => `${one.kind}：${one.title}` },
    { key: 'grounds', title: columns.grounds, width: 250, wrap: true, cell: (one) => <Grounds one={one} /> },
    { key: 'document', title: columns.document, width: 170, wrap: true, cell: (one) => one.document },
    {
      key: 'by',
      title: columns.by,
      width: 150,
      wrap: true,
      cell: (one) => (
        <>
          {one.by === '' ? says.side[one.side] : one.by} <span className="muted">{chinaMinute(one.at)}</span>
        </>
      ),
    },
    { key: 'points', title: columns.points, width: 78, align: 'right', cell: (one) => points(one.points) },
    { key: 'state', title: columns.state, width: 210, wrap: true, cell: (one) => <Decision one={one} /> },
    { key: 'given', title: columns.given, width: 58, align: 'right', cell: (one) => points(one.decided_points) },
    { key: 'counted', title: columns.counted, width: 58, align: 'right', cell: (one) => points(one.counted) },
    {
      key: 'action',
      title: columns.action,
      width: 72,
      cell: (one) => (
        <>
          {one.may_settle && (
            <Button size="small" type="primary" aria-label={`${says.settle} ${one.title}`} onClick={() => settle(one)}>
              {says.settle}
            </Button>
          )}
          {one.may_withdraw && (
            <Button size="small" aria-label={`${says.withdraw} ${one.title}`} onClick={() => withdraw(one)}>
              {says.withdraw}
            </Button>
          )}
        </>
      ),
    },
  ]
}

function Grounds({ one }: { one: AdjustmentView }): ReactNode {
  return (
    <>
      {one.grounds}
      {one.papers.length > 0 && <span className="muted">　{one.papers.map(({ title }) => title).join('、')}</span>}
    </>
  )
}

function Decision({ one }: { one: AdjustmentView }): ReactNode {
  const by = [one.decided_by, one.decided_at === undefined ? undefined : chinaMinute(one.decided_at)].filter(Boolean)
  return (
    <>
      <strong className={one.state === 'proposed' ? 'short' : ''}>{adjustmentStates[one.state]}</strong> {one.decision}{' '}
      <span className="muted">{by.join(' ')}</span>
      {one.why_not !== undefined && <span className="muted">{one.why_not}</span>}
    </>
  )
}
