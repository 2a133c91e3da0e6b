import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import type { DeskProps } from './desk-props.ts'
import type { PlainDeed } from './plain-deeds.ts'

const says = appraisalMessages.deeds

const paths = {
  report: 'report',
  withdraw: 'withdrawal',
  start: 'start',
  hand_in: 'hand-in',
  conclude: 'conclusion',
  cancel: 'cancellation',
} as const

interface DialogProps extends DeskProps {
  readonly deed: PlainDeed
  readonly close: () => void
}

/** A step that takes nothing but a word about it. */
export function PlainDeedDialog({ appraisalKey, deed, close }: DialogProps): ReactNode {
  const change = useAppraisalDeed()
  const words = says[deed]
  const submit = ({ reason = '' }: { reason?: string }) =>
    change.mutate(
      {
        path: `${appraisalPath(appraisalKey)}/${paths[deed]}`,
        ...(deed !== 'hand_in' && { body: { reason } }),
        done: words.done,
      },
      { onSuccess: close, onError: close },
    )
  return (
    <FormDialog<{ reason?: string }>
      title={words.title}
      hint={words.hint}
      okText={words.ok}
      danger={deed === 'cancel'}
      busy={change.isPending}
      submit={submit}
      close={close}
    >
      {deed === 'cancel' && <ReasonField />}
      {deed !== 'cancel' && deed !== 'hand_in' && (
        <Form.Item name="reason" label={says.note}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} showCount />
        </Form.Item>
      )}
    </FormDialog>
  )
}
