import { dayOf } from '@eduduty/core/calendar'
import { REASON_MOST } from '@eduduty/core/collection'
import type { RequestEntry, RequestKind, TaskEntry } from '@eduduty/core/collection/tasks'
import type { Verb } from '@eduduty/core/identity'
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { fillMessages } from '../fill/messages.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'

const says = fillMessages.request

/** 同意 or 不同意 to what a unit asked for; for those who plan (time) or review (corrections, further cells). */
export function RequestAnswer({ task, request }: { task: TaskEntry; request: RequestEntry }): ReactNode {
  const { kind } = request
  const may = useMay()
  const [open, setOpen] = useState<'agree' | 'refuse'>()
  const close = () => setOpen(undefined)
  const desk = deskOf(kind, may)
  const refusal = may('collection.plan') ? refusals.plan : desk && refusals[desk]
  return (
    <span className="row-actions">
      {desk !== undefined && (
        <Button size="small" type="primary" onClick={() => setOpen('agree')}>
          {says.agree[kind]}
        </Button>
      )}
      {refusal !== undefined && (
        <Button size="small" onClick={() => setOpen('refuse')}>
          {says.refuse}
        </Button>
      )}
      {open === 'agree' && kind === 'extension' && <ExtendDialog task={task} close={close} />}
      {open === 'agree' && kind === 'correction' && <AnswerDialog task={task} deed="correct" close={close} />}
      {open === 'agree' && kind === 'unlock' && (
        <AnswerDialog task={task} request={request} deed={desk === 'first' ? 'first_unlock' : 'unlock'} close={close} />
      )}
      {open === 'refuse' && refusal !== undefined && (
        <AnswerDialog task={task} request={request} deed={refusal} close={close} />
      )}
    </span>
  )
}

type Desk = 'plan' | 'review' | 'first'

const refusals = { plan: 'refuse', review: 'review_refuse', first: 'first_refuse' } as const

/** Where this person may say yes to what was asked for; undefined: nowhere. */
function deskOf(kind: RequestKind, may: (verb: Verb) => boolean): Desk | undefined {
  if (kind === 'extension') return may('collection.plan') ? 'plan' : undefined
  if (may('collection.review')) return 'review'
  return kind === 'unlock' && may('collection.review_first') ? 'first' : undefined
}

const unlock = {
  title: fillMessages.reason.unlockTitle,
  hint: fillMessages.reason.unlockHint,
  ok: says.agree.unlock,
  done: fillMessages.actions.done.unlock,
}
const refuse = {
  title: fillMessages.reason.refuseTitle,
  hint: fillMessages.reason.refuseHint,
  ok: says.refuse,
  done: fillMessages.actions.done.refuse,
}

const answers = {
  correct: {
    path: 'correction',
    title: fillMessages.reason.correctTitle,
    hint: fillMessages.reason.correctHint,
    ok: fillMessages.actions.correct,
    done: fillMessages.actions.done.correct,
  },
  unlock: { ...unlock, path: 'requests/unlock' },
  first_unlock: { ...unlock, path: 'requests/first-unlock' },
  refuse: { ...refuse, path: 'requests/refusal' },
  review_refuse: { ...refuse, path: 'requests/review-refusal' },
  first_refuse: { ...refuse, path: 'requests/first-refusal' },
} as const

interface AnswerDialogProps {
  readonly task: TaskEntry
  readonly deed: keyof typeof answers
  /** Which request is answered; a correction may be opened without one. */
  readonly request?: RequestEntry
  readonly close: () => void
}

export function AnswerDialog(props: AnswerDialogProps): ReactNode {
  const answer = useDeed()
  const of = props.deed === 'correct' ? {} : { request_id: props.request?.request_id }
  const { path, title, hint, ok, done } = answers[props.deed]
  return (
    <FormDialog<{ reason: string }>
      title={title}
      hint={hint}
      okText={ok}
      busy={answer.isPending}
      submit={({ reason }) =>
        answer.mutate(
          { path: `${taskPath(keyOf(props.task))}/${path}`, body: { reason, ...of }, done },
          { onSuccess: props.close },
        )
      }
      close={props.close}
    >
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}

function ExtendDialog({ task, close }: { task: TaskEntry; close: () => void }): ReactNode {
  const extend = useDeed()
  const words = reviewMessages.request
  const path = `/collection/periods/${task.county_code}/${task.period_id}/extensions`
  const submit = ({ closes_on, reason }: { closes_on: string; reason: string }) =>
    extend.mutate(
      { path, body: { task_ids: [task.task_id], closes_on, reason }, done: words.agreed },
      { onSuccess: close },
    )
  return (
    <FormDialog<{ closes_on: string; reason: string }>
      title={words.extendTitle}
      okText={says.agree.extension}
      busy={extend.isPending}
      submit={submit}
      close={close}
    >
      <Form.Item name="closes_on" label={words.closes} rules={[{ required: true }]}>
        <DateField min={dayOf(new Date())} />
      </Form.Item>
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
