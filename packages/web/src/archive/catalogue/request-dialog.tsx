import type { NeedRow, Requested } from '@eduduty/core/archive'
import { dayAfter, dayOf } from '@eduduty/core/calendar'
import { App, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { needsByUnit, type UnitNeeds } from './read-all-needs.ts'

const says = archiveMessages.request

interface RequestDialogProps {
  readonly county: string
  readonly needs: readonly NeedRow[]
  /** How many were ticked besides, of which nothing is to be asked. */
  readonly left?: number
  readonly close: () => void
  readonly done: () => void
}

/** Asks the owners for what is missing: till when, and a sentence; who is asked and till when is confirmed before it goes. */
export function RequestDialog({ county, needs, left = 0, close, done }: RequestDialogProps): ReactNode {
  const request = useChange<Requested>(archiveKey)
  const { modal } = App.useApp()
  const units = needsByUnit(needs)
  const send = ({ due_on, says: words = '' }: Asked): Promise<Requested> =>
    request.mutateAsync({
      path: `/archive/needs/${encodeURIComponent(county)}/requests`,
      body: { needs: needs.map(({ need }) => need), due_on, says: words.trim() },
      done: (told) => says.done(told.units, told.needs),
    })
  const confirm = (asked: Asked): void => {
    void modal.confirm({
      title: says.sure,
      content: (
        <>
          <p>{says.sureHint(asked.due_on)}</p>
          <Recipients units={units} />
        </>
      ),
      okText: says.sureOk,
      // Refused, the reason has been told and the form is still there.
      onOk: () => send(asked).then(done, () => undefined),
    })
  }
  return (
    <FormDialog<Asked>
      title={says.title}
      hint={`${says.hint(needs.length, units.length)}${says.leftOut(left)}`}
      okText={says.ok}
      busy={request.isPending}
      submit={confirm}
      close={close}
    >
      <p>{says.recipients(units.length)}</p>
      <Recipients units={units} />
      <Form.Item name="due_on" label={says.due} rules={[{ required: true, message: says.dueRule }]}>
        <DateField min={dayAfter(dayOf(new Date()))} />
      </Form.Item>
      <Form.Item name="says" label={says.says}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  )
}

interface Asked {
  readonly due_on: string
  readonly says?: string
}

/** Who is told, and of how many materials. */
function Recipients({ units }: { units: readonly UnitNeeds[] }): ReactNode {
  return (
    <ul className="archive-recipients">
      {units.map(({ unit, name, needs }) => (
        <li key={unit}>{says.toUnit(name, needs.length)}</li>
      ))}
    </ul>
  )
}
