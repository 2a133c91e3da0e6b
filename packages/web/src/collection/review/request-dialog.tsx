import { REASON_MOST } from '@eduduty/core/collection'
import type { RequestKind } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useDesk } from '../fill/desk-context.ts'
import { fillMessages } from '../fill/messages.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'

/** What is asked for of a whole table. */
export type AskedKind = Exclude<RequestKind, 'unlock'>

/** A unit asks for more time, or for a frozen table to be opened again. */
export function RequestDialog({ kind, close }: { kind: AskedKind; close: () => void }): ReactNode {
  const { task } = useDesk().detail
  const ask = useDeed()
  const says = fillMessages
  const words =
    kind === 'extension'
      ? { title: says.reason.extensionTitle, hint: says.reason.extensionHint }
      : { title: says.reason.correctionTitle, hint: says.reason.correctionHint }
  return (
    <FormDialog<{ reason: string }>
      {...words}
      okText={says.request.of[kind]}
      busy={ask.isPending}
      submit={({ reason }) =>
        ask.mutate(
          { path: `${taskPath(keyOf(task))}/requests`, body: { kind, reason }, done: says.actions.done.request },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
