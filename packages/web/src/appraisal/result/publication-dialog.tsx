import type { PublicationBody } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import type { DeskProps } from '../desk/desk-props.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.publication
const needed = [{ required: true, whitespace: true, message: appraisalMessages.form.required }]

const paths = { announce: 'announcement', publish: 'publication' } as const

interface DialogProps extends DeskProps {
  readonly kind: 'announce' | 'publish'
  readonly close: () => void
}

/** Number, date and words of what is made public; the words begin with the result that stands. */
export function PublicationDialog({ appraisalKey, detail, kind, close }: DialogProps): ReactNode {
  const change = useAppraisalDeed()
  const words = appraisalMessages[kind]
  const { entry } = detail
  const result = detail.results.find(({ version }) => version === entry.version)
  const text = says.draft(entry.subject_name, entry.year, entry.rating_title, result?.rated.text ?? '')
  const submit = (body: PublicationBody) =>
    change.mutate(
      { path: `${appraisalPath(appraisalKey)}/${paths[kind]}`, body, done: words.done },
      { onSuccess: close },
    )
  return (
    <FormDialog<PublicationBody>
      title={words.title}
      okText={words.ok}
      busy={change.isPending}
      width={640}
      initial={{ dated_on: dayOf(new Date()), text }}
      submit={submit}
      close={close}
    >
      <Form.Item name="document_no" label={says.no} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="dated_on" label={says.dated} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="text" label={says.text} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={5000} showCount />
      </Form.Item>
    </FormDialog>
  )
}
