import type { Revealed } from '@eduduty/core/identity'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { identityKey } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'

const says = peopleMessages.reveal

interface RevealedNumberProps {
  readonly path: string
  readonly data: 'id_number' | 'phone'
  readonly masked: string
  readonly what: string
}

/** A masked number; shown whole after a written reason, until the panel is closed. */
export function RevealedNumber({ path, data, masked, what }: RevealedNumberProps): ReactNode {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<Revealed>()
  const reveal = useChange<Revealed>(identityKey)
  if (masked === '') return <span className="muted">{'—'}</span>
  if (shown !== undefined)
    return (
      <span>
        <strong className="number">{shown.value}</strong>
        <button type="button" className="link apart" onClick={() => setShown(undefined)}>
          {says.hide}
        </button>
        <span className="muted apart">{says.left(shown.left_today)}</span>
      </span>
    )
  const submit = async ({ reason }: { reason: string }) => {
    const body = { data, reason }
    const answer = await reveal.mutateAsync({ path: `/identity/people/${path}/reveal`, body }).catch(() => undefined)
    setShown(answer)
    if (answer !== undefined) setAsking(false)
  }
  return (
    <span>
      <span className="number">{masked}</span>
      {may('identity.reveal') && (
        <button type="button" className="link apart" onClick={() => setAsking(true)}>
          {says.action}
        </button>
      )}
      {asking && (
        <FormDialog<{ reason: string }>
          title={says.title(what)}
          hint={says.hint}
          okText={says.action}
          busy={reveal.isPending}
          submit={(values) => void submit(values)}
          close={() => setAsking(false)}
        >
          <ReasonField />
        </FormDialog>
      )}
    </span>
  )
}
