import { sayLength, sayUnit } from '@eduduty/core/clocks'
import { type LimitUnit, type LimitView, limitKindTitles, limitMost } from '@eduduty/core/enrolment'
import { Form, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { limitMessages as says } from './messages.ts'

const { columns } = says

/** What stands in the last column: a field where something is to be decided, else what was. */
export function limitColumns(isEdited: (limit: LimitView) => boolean = () => false): readonly Column<LimitView>[] {
  return [
    {
      key: 'title',
      title: columns.title,
      width: 230,
      wrap: true,
      cell: ({ title, kind }) => (
        <>
          {title} <span className="muted">{limitKindTitles[kind]}</span>
        </>
      ),
    },
    {
      key: 'suggested',
      title: columns.suggested,
      width: 100,
      align: 'right',
      cell: ({ suggested }) =>
        suggested === undefined ? <span className="muted">{says.noSuggestion}</span> : sayLength(suggested),
    },
    {
      key: 'source',
      title: columns.source,
      width: 280,
      wrap: true,
      cell: ({ source }) => (
        <>
          <span className="unverified">{says.unverified}</span> <span className="muted">{source}</span>
        </>
      ),
    },
    {
      key: 'says',
      title: columns.says,
      width: 260,
      wrap: true,
      cell: ({ says: words }) => <span className="muted">{words}</span>,
    },
    {
      key: 'decided',
      title: columns.decided,
      width: 260,
      wrap: true,
      cell: (limit) => (isEdited(limit) ? <AmountField limit={limit} /> : <Decided limit={limit} />),
    },
  ]
}

function Decided({ limit: { decided } }: { limit: LimitView }): ReactNode {
  if (decided === undefined) return <span className="short">{says.undecided}</span>
  const { document, dated_on: dated, by, on } = decided
  return <span title={says.enteredBy(by, on)}>{says.decidedOf(sayLength(decided), document, dated)}</span>
}

function AmountField({ limit: { id, title, units } }: { limit: LimitView }): ReactNode {
  const unit: LimitUnit | undefined = Form.useWatch(['units', id]) ?? units[0]
  const most = unit === undefined ? [] : [ruleOfMost(unit)]
  return (
    <span className="limit-field">
      <Form.Item name={['amounts', id]} rules={most} dependencies={[['units', id]]}>
        <InputNumber min={1} precision={0} aria-label={says.amountLabel(title)} />
      </Form.Item>
      <Form.Item noStyle name={['units', id]}>
        <Select
          aria-label={says.unitLabel(title)}
          disabled={units.length === 1}
          options={units.map((unit) => ({ value: unit, label: sayUnit(unit) }))}
        />
      </Form.Item>
    </span>
  )
}

const ruleOfMost = (unit: LimitUnit) =>
  ({
    type: 'number',
    max: limitMost[unit],
    message: says.mostRule(sayLength({ amount: limitMost[unit], unit })),
  }) as const
