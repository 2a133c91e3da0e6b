import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { archiveMessages } from '../messages.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly okText: string
  readonly busy?: boolean
  readonly done: (reason: string) => void
  readonly close: () => void
}

/** Asks why somebody opens personal data; the answer goes into the audit log. */
export function ReasonDialog({ title, okText, busy = false, done, close }: ReasonDialogProps): ReactNode {
  return (
    <FormDialog<{ reason: string }>
      title={title}
      hint={archiveMessages.preview.reasonHint}
      okText={okText}
      busy={busy}
      submit={({ reason }) => done(reason)}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
