import { dayOf } from '@eduduty/core/calendar'
import type { RequestKind, TaskEntry } from '@eduduty/core/collection/tasks'
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { fillMessages } from '../fill/messages.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { ReasonField } from '../reason-field.tsx'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'

const says = fillMessages.request

/** 同意 or 不同意 to what a unit asked for; for those who plan (time) or review (corrections, further cells). */
export function RequestAnswer({ task, kind }: { task: TaskEntry; kind: RequestKind }): ReactNode {
  const may = useMay()
  const [open, setOpen] = useState<'agree' | 'refuse'>()
  const close = () => setOpen(undefined)
  const mayAgree = may(kind === 'extension' ? 'collection.plan' : 'collection.review')
  return (
    <span className="row-actions">
      {mayAgree && (
        <Button size="small" type="primary" onClick={() => setOpen('agree')}>
          {says.agree[kind]}
        </Button>
      )}
      {may('collection.plan') && (
        <Button size="small" onClick={() => setOpen('refuse')}>
          {says.refuse}
        </Button>
      )}
      {open === 'agree' && kind === 'extension' && <ExtendDialog task={task} close={close} />}
      {open === 'agree' && kind === 'correction' && <AnswerDialog task={task} deed="correct" close={close} />}
      {open === 'agree' && kind === 'unlock' && <AnswerDialog task={task} deed="unlock" close={close} />}
      {open === 'refuse' && <AnswerDialog task={task} deed="refuse" close={close} />}
    </span>
  )
}

const answers = {
  correct: {
    path: 'correction',
    title: fillMessages.reason.correctTitle,
    hint: fillMessages.reason.correctHint,
    ok: fillMessages.actions.correct,
    done: fillMessages.actions.done.correct,
  },
  unlock: {
    path: 'requests/unlock',
    title: fillMessages.reason.unlockTitle,
    hint: fillMessages.reason.unlockHint,
    ok: says.agree.unlock,
    done: fillMessages.actions.done.unlock,
  },
  refuse: {
    path: 'requests/refusal',
    title: fillMessages.reason.refuseTitle,
    hint: fillMessages.reason.refuseHint,
    ok: says.refuse,
    done: fillMessages.actions.done.refuse,
  },
} as const

export function AnswerDialog(props: { task: TaskEntry; deed: keyof typeof answers; close: () => void }): ReactNode {
  const answer = useDeed()
  const { path, title, hint, ok, done } = answers[props.deed]
  return (
    <FormDialog<{ reason: string }>
      title={title}
      hint={hint}
      okText={ok}
      busy={answer.isPending}
      submit={({ reason }) =>
        answer.mutate(
          { path: `${taskPath(keyOf(props.task))}/${path}`, body: { reason }, done },
          { onSuccess: props.close },
        )
      }
      close={props.close}
    >
      <ReasonField />
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
      <ReasonField />
    </FormDialog>
  )
}
