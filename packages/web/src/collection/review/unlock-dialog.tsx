import { REASON_MOST } from '@eduduty/core/collection'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { columnTitle, useDesk } from '../fill/desk-context.ts'
import { fillMessages, fillMessages as says } from '../fill/messages.ts'
import { type CellPlace, keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'

/** A unit asks for a cell that stayed locked when others of its table were sent back. */
export function UnlockDialog({ place, close }: { place: CellPlace; close: () => void }): ReactNode {
  const { detail } = useDesk()
  const ask = useDeed()
  const path = `${taskPath(keyOf(detail.task))}/requests`
  const cells = [{ row_no: place.row, column: place.column }]
  return (
    <FormDialog<{ reason: string }>
      title={says.reason.askUnlockTitle(columnTitle(detail, place.column))}
      hint={says.reason.askUnlockHint}
      okText={says.request.of.unlock}
      busy={ask.isPending}
      submit={({ reason }) =>
        ask.mutate(
          { path, body: { kind: 'unlock', reason, cells }, done: says.actions.done.request },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
