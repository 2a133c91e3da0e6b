import type { PaperRow } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey, paperPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.paper

/** Takes a paper out of use, for a reason; it is kept, with its history. */
export function WithdrawDialog({ row, close }: { row: PaperRow; close: () => void }): ReactNode {
  const change = useChange(archiveKey)
  return (
    <FormDialog<{ reason: string }>
      title={says.withdraw}
      hint={says.withdrawHint(row.needs)}
      okText={says.withdraw}
      danger
      busy={change.isPending}
      submit={({ reason }) =>
        change.mutate(
          { path: `${paperPath(row.county, row.paper)}/withdrawal`, body: { reason }, done: says.withdrawnDone },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
