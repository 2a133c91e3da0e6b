import { App, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { careKey } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { DayField, WordsField } from './fields.tsx'

const says = childMessages.lessons

interface LessonDraft {
  readonly state: 'held' | 'cancelled'
  readonly on: string
  readonly teachers?: string
  readonly hours?: string
  readonly taught?: string
  readonly place?: string
  readonly reason?: string
}

interface LessonProps {
  readonly path: string
  /** Days on which there is a lesson already. */
  readonly days: ReadonlySet<string>
  readonly close: () => void
}

/** One lesson at home, or one that could not be held and why. */
export function LessonDialog({ path, days, close }: LessonProps): ReactNode {
  const [form] = Form.useForm<LessonDraft>()
  const isHeld = Form.useWatch('state', form) !== 'cancelled'
  const change = useChange<unknown>(careKey)
  const { modal } = App.useApp()
  const send = (body: object) => change.mutate({ path, body, done: says.done }, { onSuccess: close })
  const submit = (draft: LessonDraft) => {
    const body = bodyOfLesson(draft)
    if (!days.has(draft.on)) return send(body)
    modal.confirm({ title: says.sameDay, okText: says.sameDayOk, onOk: () => send({ ...body, again: true }) })
  }
  return (
    <FormDialog<LessonDraft>
      title={says.dialog}
      okText={says.ok}
      form={form}
      busy={change.isPending}
      initial={{ state: 'held', hours: '2', place: says.home }}
      submit={submit}
      close={close}
    >
      <Form.Item name="state" label={says.state}>
        <Radio.Group
          options={(['held', 'cancelled'] as const).map((value) => ({ value, label: says.states[value] }))}
        />
      </Form.Item>
      <DayField name="on" label={says.on} />
      <WordsField name="teachers" label={says.teachers} isOptional={!isHeld} />
      {isHeld ? (
        <>
          <Form.Item
            name="hours"
            label={says.hours}
            rules={[{ required: true, pattern: /^\d{1,2}(\.\d)?$/, message: says.hoursRule }]}
          >
            <Input autoComplete="off" inputMode="decimal" maxLength={4} />
          </Form.Item>
          <WordsField name="place" label={says.place} />
          <WordsField name="taught" label={says.taught} isLong />
        </>
      ) : (
        <WordsField name="reason" label={says.reason} isLong />
      )}
    </FormDialog>
  )
}

function bodyOfLesson({ state, on, teachers = '', hours, taught, place, reason }: LessonDraft): object {
  return state === 'held' ? { state, on, teachers, hours, taught, place } : { state, on, teachers, reason }
}
