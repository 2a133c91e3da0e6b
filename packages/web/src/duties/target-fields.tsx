import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { type Choice, labelOf } from './indicators-of.ts'
import { dutyMessages } from './messages.ts'
import type { TaskDraft } from './task-draft.ts'

const says = dutyMessages.form
const comparisons = (['≥', '≤', '='] as const).map((value) => ({ value, label: says.comparisons[value] }))

interface TargetFieldsProps {
  readonly indicators: readonly Choice[]
  /** Then an indicator or a material is needed. */
  readonly isOwn: boolean
}

/** By what the task is proved: an indicator, with a value of its own where wanted, or what is handed over. */
export function TargetFields({ indicators, isOwn }: TargetFieldsProps): ReactNode {
  const written = Form.useWatch<TaskDraft['indicator']>('indicator')
  const chosen = indicators.find(({ pack, indicator }) => `${pack}/${indicator}` === written)
  const isMeasured = written !== undefined && written !== ''
  const rules = isOwn && !isMeasured ? [{ required: true, whitespace: true, message: says.proofRule }] : []
  return (
    <>
      {(indicators.length > 0 || isMeasured) && (
        <Form.Item name="indicator" label={says.indicator} extra={says.indicatorHint}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={indicators.map((one) => ({ value: `${one.pack}/${one.indicator}`, label: labelOf(one) }))}
          />
        </Form.Item>
      )}
      {isMeasured && <ValueFields unit={chosen?.unit ?? ''} />}
      <Form.Item name="deliverable" label={says.deliverable} dependencies={['indicator']} rules={rules}>
        <Input maxLength={400} />
      </Form.Item>
    </>
  )
}

function ValueFields({ unit }: { unit: string }): ReactNode {
  return (
    <div className="duty-pair">
      <Form.Item name="comparison" label={says.comparison} initialValue="≥">
        <Select options={comparisons} />
      </Form.Item>
      <Form.Item
        name="value"
        label={says.target(unit)}
        extra={says.targetHint}
        rules={[{ pattern: /^\s*-?\d{1,12}(\.\d{1,6})?\s*$/, message: says.targetRule }]}
      >
        <Input maxLength={20} inputMode="decimal" />
      </Form.Item>
    </div>
  )
}
