import type { AppointmentStatus, Verb } from '@eduduty/core/identity'

/** Who looks at a list of proposals, to know what they are offered. The use case decides again when it is done. */
export interface Looker {
  readonly personId: string
  readonly verbs: readonly Verb[]
}

interface Handled {
  readonly status: AppointmentStatus
  readonly proposed_by: string
  readonly until: string | null
}

interface MayHandle {
  readonly may_decide: boolean
  readonly may_withdraw: boolean
  readonly may_end: boolean
}

export function mayHandle(entry: Handled, looker: Looker, today: string): MayHandle {
  const waits = entry.status === 'proposed'
  const mine = entry.proposed_by === looker.personId
  const lasts = entry.status === 'approved' && (entry.until === null || entry.until > today)
  return {
    may_decide: waits && !mine && looker.verbs.includes('identity.grants_decide'),
    may_withdraw: waits && mine,
    may_end: lasts && looker.verbs.includes('identity.grants_propose'),
  }
}
