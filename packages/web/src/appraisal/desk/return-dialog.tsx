import type { ReturnAppraisalBody } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import type { DeskProps } from './desk-props.ts'
import { itemOptions } from './item-options.ts'

const says = appraisalMessages.return

/** Gives items back to the unit, with the reason and a last day. */
export function ReturnDialog({ appraisalKey, detail, close }: DeskProps & { close: () => void }): ReactNode {
  const change = useAppraisalDeed()
  const submit = (body: ReturnAppraisalBody) =>
    change.mutate({ path: `${appraisalPath(appraisalKey)}/return`, body, done: says.done }, { onSuccess: close })
  return (
    <FormDialog<ReturnAppraisalBody>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      busy={change.isPending}
      submit={submit}
      close={close}
    >
      <Form.Item name="items" label={says.items} rules={[{ required: true, message: says.itemsRule }]}>
        <Select mode="multiple" options={itemOptions(detail)} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="until" label={says.until} rules={[{ required: true, message: says.untilRule }]}>
        <DateField min={dayOf(new Date())} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  )
}
