import type { SecuritySettings } from '@eduduty/core/identity'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from '../people/identity-queries.ts'
import { settingsMessages as says } from './messages.ts'

interface SaveDialogProps {
  readonly settings: SecuritySettings
  readonly count: number
  readonly close: () => void
}

/** Asks for the reason, then puts the settings in force. */
export function SaveDialog({ settings, count, close }: SaveDialogProps): ReactNode {
  const { mutate, isPending } = useChange(identityKey)
  const submit = ({ reason }: { reason: string }) => {
    const change = { method: 'PUT', path: '/identity/settings', body: { settings, reason }, done: says.saved } as const
    mutate(change, { onSuccess: close })
  }
  return (
    <FormDialog<{ reason: string }>
      title={says.saveTitle}
      hint={says.saveHint(count)}
      okText={says.save}
      busy={isPending}
      submit={submit}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
