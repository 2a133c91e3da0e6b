import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { gatheringKey } from './gathering-queries.ts'

export interface Asked {
  readonly title: string
  readonly hint: string
  readonly okText: string
  readonly danger?: boolean
  readonly isOptional?: boolean
  readonly path: string
  /** What goes along beside the reason. */
  readonly body?: object
  readonly done: string
}

/** A step that takes a reason. */
export function ReasonDialog({ asked, close }: { asked: Asked; close: () => void }): ReactNode {
  const { title, hint, okText, danger = false, isOptional = false, path, body = {}, done } = asked
  const change = useChange<undefined>(gatheringKey)
  return (
    <FormDialog<{ reason?: string }>
      title={title}
      hint={hint}
      okText={okText}
      danger={danger}
      busy={change.isPending}
      submit={({ reason = '' }) =>
        change.mutate({ path, body: { ...body, reason }, done, shown: true }, { onSuccess: close })
      }
      close={close}
    >
      <ReasonField isOptional={isOptional} />
    </FormDialog>
  )
}
