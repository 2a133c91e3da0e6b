import { dayAfter, dayOf, schoolYearOf } from '@eduduty/core/calendar'
import type { PackChoices } from '@eduduty/core/collection/tasks'
import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { periodMessages } from './messages.ts'
import type { PeriodHead } from './plan-draft.ts'

const says = periodMessages.drawer
const usualDays = 30

interface HeadStepProps {
  readonly packs: PackChoices['packs']
  readonly initial: Partial<PeriodHead>
  readonly next: (head: PeriodHead) => void
}

/** What is collected for which year, and between which days. */
export function HeadStep({ packs, initial, next }: HeadStepProps): ReactNode {
  const [form] = Form.useForm<PeriodHead>()
  const year = schoolYearOf(dayOf(new Date()))
  const [first, second] = packs
  const proposed = {
    ...(first !== undefined && second === undefined && { pack_id: first.pack_id }),
    title: says.nameStandard(year),
    year,
    opens_on: dayOf(new Date()),
    closes_on: daysOn(usualDays),
  }
  return (
    <Form<PeriodHead> form={form} layout="vertical" initialValues={{ ...proposed, ...initial }} onFinish={next}>
      <Form.Item name="pack_id" label={says.pack} rules={[{ required: true, message: says.packRule }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={packs.map(({ pack_id, title, version }) => ({
            value: pack_id,
            label: says.packLine(title, version),
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={says.name} rules={[{ required: true, min: 2, max: 80, message: says.nameRule }]}>
        <Input maxLength={80} />
      </Form.Item>
      <div className="field-pair">
        <Form.Item name="year" label={says.year} rules={[{ required: true }]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="term" label={says.term} extra={says.termHint}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Dates form={form} />
      <div className="drawer-actions">
        <Button type="primary" htmlType="submit">
          {says.next}
        </Button>
      </div>
    </Form>
  )
}

function Dates({ form }: { form: FormInstance<PeriodHead> }): ReactNode {
  const inOrder = {
    validator: async (_: unknown, closes: string) => {
      const opens: unknown = form.getFieldValue('opens_on')
      if (typeof opens === 'string' && closes < opens) throw new Error(says.datesWrong)
    },
  }
  return (
    <div className="field-pair">
      <Form.Item name="opens_on" label={says.opens} rules={[{ required: true, message: says.dateRule }]}>
        <DateField />
      </Form.Item>
      <Form.Item
        name="closes_on"
        label={says.closes}
        dependencies={['opens_on']}
        rules={[{ required: true, message: says.dateRule }, inOrder]}
      >
        <DateField />
      </Form.Item>
    </div>
  )
}

function daysOn(count: number): string {
  let day = dayOf(new Date())
  for (let left = count; left > 0; left -= 1) day = dayAfter(day)
  return day
}
