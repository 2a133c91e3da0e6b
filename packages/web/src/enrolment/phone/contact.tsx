import type { ReactNode } from 'react'
import { RevealedPart } from '../cases/revealed-part.tsx'
import { visitMessages } from './messages.ts'

interface ContactProps {
  /** Below /api: where it is asked for. */
  readonly path: string
  /** Masked. */
  readonly name: string
  readonly hasPhone: boolean
}

/** Name and telephone, for a reason and for a minute, for whoever goes to the door. */
export function Contact({ path, name, hasPhone }: ContactProps): ReactNode {
  return (
    <p className="visit-contact">
      <span>
        <span className="muted before">{visitMessages.card.child}</span>
        <RevealedPart path={path} data="name" masked={name} mayReveal />
      </span>
      <RevealedPart path={path} data="guardian_phone" masked={hasPhone ? visitMessages.card.phone : ''} mayReveal />
    </p>
  )
}
