import { SupervisionDeed, type TaskDeed, type TaskDeedBody, type TaskView, taskDeedTitles } from '@eduduty/core/duties'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { Value } from 'typebox/value'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { dutiesKey, taskKey, taskPath } from '../duty-queries.ts'
import { dutyMessages } from '../messages.ts'
import { DeedFields } from './deed-fields.tsx'
import { firstValues } from './first-values.ts'

const says = dutyMessages.deed

/** Deeds that are done without a word. */
const silent: ReadonlySet<TaskDeed> = new Set(['issue', 'accept', 'confirm'])

/** What a deed brings with it, said before it is done. */
const hints: Readonly<Partial<Record<TaskDeed, string>>> = {
  cancel: says.danger,
  supervise: says.supervise,
  supervise_again: says.superviseAgain,
  lift: says.lift,
  instruct: says.instruct,
}

/** A leader urges on by a right of their own, not by one to work on tasks. */
const isByLeader = ({ oversees }: TaskView, deed: TaskDeed): boolean => oversees && Value.Check(SupervisionDeed, deed)

interface DeedDialogProps {
  readonly county: string
  readonly view: TaskView
  readonly deed: Exclude<TaskDeed, 'split'>
  readonly close: () => void
}

/** Asks what a deed needs, and does it; a refusal is told, and the panel shows what another did meanwhile. */
export function DeedDialog({ county, view, deed, close }: DeedDialogProps): ReactNode {
  const [form] = Form.useForm<Partial<TaskDeedBody>>()
  const client = useQueryClient()
  const step = useChange<TaskView>(dutiesKey)
  const { task } = view.row
  const title = taskDeedTitles[deed]
  const hint = hints[deed] ?? view.deeds.find((one) => one.deed === deed && one.refused !== undefined)?.refused
  return (
    <FormDialog<Partial<TaskDeedBody>>
      title={title}
      okText={title}
      danger={deed === 'cancel'}
      form={form}
      initial={firstValues(view, deed, new Date())}
      busy={step.isPending}
      {...(hint !== undefined && { hint })}
      submit={({ says: words = '', ...more }) =>
        step.mutate(
          {
            path: `${taskPath(county, task)}/${isByLeader(view, deed) ? 'supervision' : 'deeds'}`,
            body: { deed, says: words, ...filled(more) },
            done: says.done(title),
            at: atFields(form, { 'duties.due_past': 'due_on', 'duties.unit_not_found': 'unit' }),
          },
          {
            onSuccess: (now) => {
              client.setQueryData(taskKey(county, task), now)
              close()
            },
          },
        )
      }
      close={close}
    >
      <DeedFields county={county} view={view} deed={deed} />
      <Form.Item
        name="says"
        label={says.says}
        rules={silent.has(deed) ? [] : [{ required: true, whitespace: true, message: says.saysRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  )
}

/** What was left blank is not sent. */
function filled(values: Partial<TaskDeedBody>): Partial<TaskDeedBody> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
