import { dayOf } from '@eduduty/core/calendar'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import type { DeskProps } from './desk-props.ts'

const says = appraisalMessages.extend

interface Values {
  readonly self_until?: string
  readonly rate_until?: string
  readonly reason: string
}

/** Other last days; one that is not changed is not sent, for it may be over already. */
export function ExtendDialog({ appraisalKey, detail, close }: DeskProps & { close: () => void }): ReactNode {
  const change = useAppraisalDeed()
  const { self_until, rate_until } = detail.entry
  const submit = (values: Values) => {
    const body = {
      reason: values.reason,
      ...(values.self_until !== undefined && values.self_until !== self_until && { self_until: values.self_until }),
      ...(values.rate_until !== undefined && values.rate_until !== rate_until && { rate_until: values.rate_until }),
    }
    change.mutate({ path: `${appraisalPath(appraisalKey)}/extension`, body, done: says.done }, { onSuccess: close })
  }
  return (
    <FormDialog<Values>
      title={says.title}
      okText={says.ok}
      busy={change.isPending}
      initial={{ self_until, rate_until }}
      submit={submit}
      close={close}
    >
      <Form.Item name="self_until" label={says.self}>
        <DateField min={dayOf(new Date())} />
      </Form.Item>
      <Form.Item name="rate_until" label={says.rate}>
        <DateField min={dayOf(new Date())} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  )
}
