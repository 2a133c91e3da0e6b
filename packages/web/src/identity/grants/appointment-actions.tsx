import { dayOf } from '@eduduty/core/calendar'
import type { Outcome } from '@eduduty/core/identity'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from '../people/identity-queries.ts'
import { type Summary, SummaryList } from './appointment-summary.tsx'
import { grantMessages as says } from './messages.ts'

interface Entry {
  readonly may_decide: boolean
  readonly may_withdraw: boolean
  readonly may_end: boolean
}

type Action = 'approve' | 'reject' | 'withdraw' | 'end'

interface AppointmentActionsProps {
  readonly entry: Entry
  readonly summary: Summary
  readonly path: string
  readonly endWord: string
}

/** What the reader may do with one tenure or grant; `path` is its address below the API. */
export function AppointmentActions(props: AppointmentActionsProps): ReactNode {
  const { may_decide, may_withdraw, may_end } = props.entry
  const [open, setOpen] = useState<Action>()
  const words: Readonly<Record<Action, string>> = { ...says.actions, end: props.endWord }
  const offered: readonly (Action | false)[] = [
    may_decide && 'approve',
    may_decide && 'reject',
    may_withdraw && 'withdraw',
    may_end && 'end',
  ]
  return (
    <span className="row-actions">
      {offered.map(
        (action) =>
          action !== false && (
            <Button
              key={action}
              size="small"
              {...(action === 'approve' && { type: 'primary', ghost: true })}
              onClick={() => setOpen(action)}
            >
              {words[action]}
            </Button>
          ),
      )}
      {open === 'end' ? (
        <EndDialog path={props.path} summary={props.summary} word={props.endWord} close={() => setOpen(undefined)} />
      ) : (
        open !== undefined && (
          <DecideDialog action={open} path={props.path} summary={props.summary} close={() => setOpen(undefined)} />
        )
      )}
    </span>
  )
}

export const outcomeWord = ({ status }: Outcome): string => says.outcome[status]

function DecideDialog(props: {
  action: 'approve' | 'reject' | 'withdraw'
  path: string
  summary: Summary
  close: () => void
}): ReactNode {
  const { action, path, close } = props
  const change = useChange<Outcome>(identityKey)
  const submit = ({ reason = '' }: { reason?: string }) => {
    const withdrawal = { path: `${path}/withdrawal`, body: { reason } }
    const decision = { path: `${path}/decision`, body: { approve: action === 'approve', reason } }
    change.mutate({ ...(action === 'withdraw' ? withdrawal : decision), done: outcomeWord }, { onSuccess: close })
  }
  const rules = action === 'reject' ? [{ required: true, whitespace: true, message: says.opinionRule }] : []
  return (
    <FormDialog<{ reason?: string }>
      title={says.actions[action]}
      okText={says.actions[action]}
      danger={action === 'reject'}
      busy={change.isPending}
      submit={submit}
      close={close}
    >
      <SummaryList summary={props.summary} />
      <Form.Item name="reason" label={says.opinion} rules={rules}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  )
}

interface EndValues {
  readonly on: string
  readonly reason: string
}

interface EndDialogProps {
  readonly path: string
  readonly summary: Summary
  readonly word: string
  readonly close: () => void
}

function EndDialog({ path, summary, word, close }: EndDialogProps): ReactNode {
  const [form] = Form.useForm<EndValues>()
  const change = useChange<Outcome>(identityKey)
  const today = dayOf(new Date())
  const submit = (body: EndValues) => {
    const at = atFields(form, { 'identity.period_invalid': 'on' })
    change.mutate({ path: `${path}/end`, body, done: word, at }, { onSuccess: close })
  }
  return (
    <FormDialog<EndValues>
      title={word}
      okText={word}
      danger
      busy={change.isPending}
      form={form}
      initial={{ on: today }}
      submit={submit}
      close={close}
    >
      <SummaryList summary={summary} />
      <Form.Item name="on" label={says.endOn} rules={[{ required: true }]}>
        <DateField min={today} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  )
}
