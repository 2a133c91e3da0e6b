import type { DutyEntry } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { lists } from './duties-search.ts'
import { dutyMessages } from './messages.ts'
import { MilestoneFields } from './milestone-fields.tsx'

const says = dutyMessages.form

interface TaskDraftFieldsProps {
  /** Who may lead it. */
  readonly units: readonly Pick<UnitEntry, 'unit_id' | 'name'>[]
  readonly others: readonly Pick<UnitEntry, 'unit_id' | 'name'>[]
  readonly indicators: readonly NonNullable<DutyEntry['indicator']>[]
}

const optionsOf = (units: TaskDraftFieldsProps['units']) =>
  units.map(({ unit_id: value, name }) => ({ value, label: name }))

/** Everything of a task that can be set before it is given out. */
export function TaskDraftFields({ units, others, indicators }: TaskDraftFieldsProps): ReactNode {
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
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="units" label={says.units} rules={[{ required: true, message: says.unitsRule }]}>
        <UnitsSelect options={optionsOf(units)} />
      </Form.Item>
      <div className="duty-pair">
        <Form.Item name="post" label={says.post}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="due_on" label={says.due} rules={[{ required: true, message: says.dueRule }]}>
          <DateField />
        </Form.Item>
      </div>
      <Form.Item name="cooperating" label={says.cooperating}>
        <UnitsSelect options={optionsOf(others)} />
      </Form.Item>
      {indicators.length > 0 && (
        <Form.Item name="indicator" label={says.indicator}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={indicators.map(({ pack, indicator, title }) => ({ value: `${pack}/${indicator}`, label: title }))}
          />
        </Form.Item>
      )}
      <Form.Item name="deliverable" label={says.deliverable}>
        <Input maxLength={400} />
      </Form.Item>
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
