import type { Reminded } from '@eduduty/core/collection/tasks'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useDeed } from '../use-deed.ts'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'
import { periodPath } from './period-queries.ts'

const says = periodMessages.remind

/** Shows whom it reminds and in which words, then reminds; who was reminded today is left in peace. */
export function RemindDialog({
  periodKey,
  progress,
  chosen,
  close,
}: PeriodActionsProps & { close: () => void }): ReactNode {
  const remind = useDeed<Reminded>()
  const { owing } = progress
  const meant = chosen.size === 0 ? owing : owing.filter(({ unit_id }) => chosen.has(unit_id))
  const reached = meant.filter(({ is_reminded_next }) => is_reminded_next)
  const submit = ({ message = '' }: { message?: string }) => {
    const body = { unit_ids: [...chosen], ...(message.trim() !== '' && { message: message.trim() }) }
    const done = ({ units, tasks, skipped_today }: Reminded) => says.done(units, tasks, skipped_today)
    remind.mutate({ path: `${periodPath(periodKey)}/reminders`, body, done }, { onSuccess: close })
  }
  return (
    <FormDialog<{ message?: string }>
      title={says.title}
      hint={says.hint(reached.length, meant.length - reached.length)}
      okText={says.ok}
      busy={remind.isPending}
      initial={{ message: says.standard }}
      submit={submit}
      close={close}
    >
      <Form.Item name="message" label={says.message} extra={says.messageHint}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  )
}
