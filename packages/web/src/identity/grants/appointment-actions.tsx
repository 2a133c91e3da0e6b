import { dayOf } from '@eduduty/core/calendar'
import type { Outcome } from '@eduduty/core/identity'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../people/form-dialog.tsx'
import { ReasonField } from '../people/reason-field.tsx'
import { useChange } from '../people/use-change.ts'
import { grantMessages as says } from './messages.ts'

interface Entry {
  readonly may_decide: boolean
  readonly may_withdraw: boolean
  readonly may_end: boolean
}

type Action = 'approve' | 'reject' | 'withdraw' | 'end'

/** What the reader may do with one tenure or grant; `path` is its address below the API. */
export function AppointmentActions(props: { entry: Entry; path: string; endWord: string }): ReactNode {
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
        <EndDialog path={props.path} word={props.endWord} close={() => setOpen(undefined)} />
      ) : (
        open !== undefined && <DecideDialog action={open} path={props.path} close={() => setOpen(undefined)} />
      )}
    </span>
  )
}

export const outcomeWord = ({ status }: Outcome): string => says.outcome[status]

function DecideDialog(props: {
  action: 'approve' | 'reject' | 'withdraw'
  path: string
  close: () => void
}): ReactNode {
  const { action, path, close } = props
  const change = useChange<Outcome>()
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
      <Form.Item name="reason" label={says.opinion} rules={rules}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}

interface EndValues {
  readonly on: string
  readonly reason: string
}

function EndDialog({ path, word, close }: { path: string; word: string; close: () => void }): ReactNode {
  const change = useChange<Outcome>()
  const today = dayOf(new Date())
  const submit = (body: EndValues) => change.mutate({ path: `${path}/end`, body, done: word }, { onSuccess: close })
  return (
    <FormDialog<EndValues>
      title={word}
      okText={word}
      danger
      busy={change.isPending}
      initial={{ on: today }}
      submit={submit}
      close={close}
    >
      <Form.Item name="on" label={says.endOn} rules={[{ required: true }]}>
        <Input type="date" min={today} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  )
}
