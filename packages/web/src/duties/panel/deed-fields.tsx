import { dayAfter, dayOf } from '@eduduty/core/calendar'
import type { TaskDeed, TaskView } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { PaperPicker } from '../../archive/index.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { LightMark } from '../light-mark.tsx'
import { dutyMessages } from '../messages.ts'

const says = dutyMessages.deed

interface DeedFieldsProps {
  readonly county: string
  readonly view: TaskView
  readonly deed: TaskDeed
}

/** What a deed asks for besides words. */
export function DeedFields({ county, view, deed }: DeedFieldsProps): ReactNode {
  switch (deed) {
    case 'report_progress':
    case 'report_done':
      return <ReportFields county={county} view={view} />
    case 'transfer':
      return (
        <>
          <UnitField county={county} own={view.row.unit} />
          {view.row.is_supervised && <DueField label={says.due.handOver} min={dayOf(new Date())} />}
        </>
      )
    case 'extend':
      return <DueField label={says.due.extend} min={dayAfter(view.row.due_on)} />
    case 'supervise':
    case 'supervise_again':
      return <DueField label={says.due.supervise} min={dayOf(new Date())} />
    default:
      return null
  }
}

function DueField({ label, min }: { label: string; min: string }): ReactNode {
  return (
    <Form.Item name="due_on" label={label} rules={[{ required: true, message: says.dueRule }]}>
      <DateField min={min} />
    </Form.Item>
  )
}

function UnitField({ county, own }: { county: string; own: string }): ReactNode {
  const { data, isPending } = useQuery(unitTreeQuery({ county }))
  const open = data?.units.filter(({ closed_on: closed, unit_id: id }) => closed === null && id !== own) ?? []
  return (
    <Form.Item name="unit" label={says.unit} rules={[{ required: true, message: says.unitRule }]}>
      <Select
        loading={isPending}
        showSearch={{ optionFilterProp: 'label' }}
        options={open.map(({ unit_id: value, name }) => ({ value, label: name }))}
      />
    </Form.Item>
  )
}

function ReportFields({ county, view }: { county: string; view: TaskView }): ReactNode {
  const mayPick = useMay()('archive.read')
  const open = view.milestones.filter(({ reached_on: reached }) => reached === undefined)
  return (
    <>
      <Form.Item name="light" label={says.light} extra={says.lightHint}>
        <Radio.Group>
          {(['green', 'yellow', 'red'] as const).map((light) => (
            <Radio key={light} value={light}>
              <LightMark light={light} />
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {open.length > 0 && (
        <Form.Item name="reached" label={says.reached}>
          <Checkbox.Group
            className="duty-ticks"
            options={open.map(({ no, title, due_on: due }) => ({ value: no, label: `${title}（${due}）` }))}
          />
        </Form.Item>
      )}
      {mayPick && (
        <Form.Item name="filed" label={says.filed} extra={view.deliverable}>
          <PaperPicker county={county} unit={view.row.unit} />
        </Form.Item>
      )}
      <Form.Item name="papers" label={says.papers}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={says.papersHint} maxCount={20} />
      </Form.Item>
    </>
  )
}
