import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey, paperPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.unlink

interface UnlinkDialogProps {
  readonly county: string
  readonly paper: string
  readonly need: string
  readonly close: () => void
}

/** Takes a paper away from a need, for a reason; the paper itself stays. */
export function UnlinkDialog({ county, paper, need, close }: UnlinkDialogProps): ReactNode {
  const change = useChange(archiveKey)
  return (
    <FormDialog<{ reason: string }>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      busy={change.isPending}
      submit={({ reason }) =>
        change.mutate(
          { path: `${paperPath(county, paper)}/unlinking`, body: { need, reason }, done: says.done },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
