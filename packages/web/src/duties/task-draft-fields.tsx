import type { UnitEntry } from '@eduduty/core/organizations'
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { lists } from './duties-search.ts'
import { type Choice, holdingFor } from './indicators-of.ts'
import { dutyMessages } from './messages.ts'
import { MilestoneFields } from './milestone-fields.tsx'
import { TargetFields } from './target-fields.tsx'

const says = dutyMessages.form

interface TaskDraftFieldsProps {
  /** Who may lead it. */
  readonly units: readonly Pick<UnitEntry, 'unit_id' | 'name' | 'kind'>[]
  readonly others: readonly Pick<UnitEntry, 'unit_id' | 'name' | 'kind'>[]
  readonly indicators: readonly Choice[]
  /** Of a task that is made already: who leads it. */
  readonly leader?: string
  /** Of the county's own making: who answers for it, on what it stands and by what it is proved must be said. */
  readonly isOwn?: boolean
  /** Made already: whose it is stands. */
  readonly isMade?: boolean
}

const optionsOf = (units: TaskDraftFieldsProps['units']) =>
  units.map(({ unit_id: value, name }) => ({ value, label: name }))

/** Everything of a task that can be set before it is given out. */
export function TaskDraftFields(props: TaskDraftFieldsProps): ReactNode {
  const { units, others, indicators, leader, isOwn = false, isMade = false } = props
  const chosen = Form.useWatch<readonly string[] | undefined>('units') ?? (leader === undefined ? [] : [leader])
  const leading = units.filter(({ unit_id: id }) => chosen.includes(id))
  return (
    <>
      <Form.Item
        name="title"
        label={says.title}
        rules={[{ required: true, whitespace: true, message: says.titleRule }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="wording" label={says.wording}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} showCount />
      </Form.Item>
      {isOwn && (
        <Form.Item name="basis" label={says.basis} extra={says.basisHint}>
          <Input maxLength={400} />
        </Form.Item>
      )}
      {!isMade && (
        <Form.Item name="units" label={says.units} rules={[{ required: true, message: says.unitsRule }]}>
          <UnitsSelect options={optionsOf(units)} />
        </Form.Item>
      )}
      <div className="duty-pair">
        <Form.Item
          name="post"
          label={says.post}
          rules={isOwn ? [{ required: true, whitespace: true, message: says.postRule }] : []}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="due_on" label={says.due} rules={[{ required: true, message: says.dueRule }]}>
          <DateField />
        </Form.Item>
      </div>
      <Form.Item name="cooperating" label={says.cooperating}>
        <UnitsSelect options={optionsOf(others)} />
      </Form.Item>
      <TargetFields indicators={holdingFor(indicators, leading)} isOwn={isOwn} />
      <Form.Item name="lists" label={says.lists} rules={[{ required: true, message: says.listsRule }]}>
        <Checkbox.Group options={[...lists]} />
      </Form.Item>
      <MilestoneFields />
    </>
  )
}

function UnitsSelect({ options, ...field }: { options: { value: string; label: string }[] }): ReactNode {
  return (
    <Select
      {...field}
      mode="multiple"
      maxTagCount={8}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      allowClear
    />
  )
}
