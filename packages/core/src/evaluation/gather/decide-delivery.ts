import { isWithin, type OrgPath } from '../../organizations/index.ts'
import type { DeliveryDeed } from './delivery-contract.ts'

/** What a decision about a delivery stands on. */
export interface DeliveryFacts {
  /** What was done last; undefined where nothing has been handed up. */
  readonly deed: DeliveryDeed | undefined
  /** Path of the government whose result it is. */
  readonly path: OrgPath
  /** Who handed it up. */
  readonly sender: string
}

/** Who asks, with how far each of the two verbs reaches. */
export interface DeliveryActor {
  readonly id: string
  /** Where results may be handed up. */
  readonly sends: readonly OrgPath[]
  /** Where results may be confirmed. */
  readonly receives: readonly OrgPath[]
}

/** Why something cannot be done now; each has its sentence in the error table as `evaluation.delivery_<code>`. */
export type DeliveryRefusal = 'not_sender' | 'not_above' | 'own' | 'not_open' | 'open'

/**
 * Whether a deed can be done now. A result is handed up and withdrawn by whoever works for its government as a whole; it
 * is confirmed and returned from above only, never by whoever handed it up. A confirmed one can still be returned; a
 * corrected result is handed up beside it, and the confirmed one counts until the new one is confirmed.
 */
export function refuseDelivery(
  { deed, path, sender }: DeliveryFacts,
  actor: DeliveryActor,
  wanted: DeliveryDeed,
): DeliveryRefusal | undefined {
  const isOpen = deed === 'sent'
  if (wanted === 'sent' || wanted === 'withdrawn') {
    if (!actor.sends.some((scope) => isWithin(path, scope))) return 'not_sender'
    if (wanted === 'sent') return isOpen ? 'open' : undefined
    return isOpen ? undefined : 'not_open'
  }
  if (!actor.receives.some((scope) => scope !== path && isWithin(path, scope))) return 'not_above'
  if (actor.id === sender) return 'own'
  return isOpen || (wanted === 'returned' && deed === 'confirmed') ? undefined : 'not_open'
}
