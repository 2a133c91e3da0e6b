import type { PeriodicList, PlannedPeriodic, PlanPeriodicBody } from '@eduduty/core/enrolment'
import { Button, Form, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { periodicMessages } from './messages.ts'
import { periodicKey, periodicPath } from './periodic-queries.ts'

const says = periodicMessages.plan

/** Opens the reports of a school year, from some day on. */
export function PlanDialog({ county, list }: { county: string; list: PeriodicList }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const change = useChange<PlannedPeriodic>(periodicKey)
  const plan = (body: PlanPeriodicBody) =>
    change.mutate(
      { path: periodicPath(county), body, done: ({ added }) => says.done(added) },
      { onSuccess: () => setOpen(false) },
    )
  return (
    <>
      <Button type={list.rows.length === 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {says.open}
      </Button>
      {isOpen && (
        <FormDialog<PlanPeriodicBody>
          title={says.title}
          hint={says.hint}
          okText={says.ok}
          busy={change.isPending}
          initial={{ year: list.year, since: list.today }}
          submit={plan}
          close={() => setOpen(false)}
        >
          <Form.Item name="year" label={says.year} rules={[{ required: true }]}>
            <InputNumber min={2000} max={2998} precision={0} />
          </Form.Item>
          <Form.Item
            name="since"
            label={says.since}
            extra={says.sinceHint}
            rules={[{ required: true, message: says.sinceRule }]}
          >
            <DateField label={says.since} />
          </Form.Item>
        </FormDialog>
      )}
    </>
  )
}
