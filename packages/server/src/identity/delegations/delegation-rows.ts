import { type DelegationEntry, type DelegationState, dayBefore } from '@eduduty/core/identity'

export interface DelegationRow {
  readonly delegation_id: string
  readonly giver_id: string
  readonly giver_name: string
  readonly delegate_id: string
  readonly delegate_name: string
  readonly since: string
  readonly until: string
  readonly reason: string
  readonly withdrawn_at: string | null
}

export const delegationColumns = `d.delegation_id, d.giver_id, d.giver_name, d.delegate_id, d.delegate_name, d.since, d.until,
  d.reason, d.withdrawn_at`

export function stateOfDelegation(
  { since, until, withdrawn_at: withdrawn }: Pick<DelegationRow, 'since' | 'until' | 'withdrawn_at'>,
  today: string,
): DelegationState {
  if (withdrawn !== null) return 'withdrawn'
  if (today < since) return 'ahead'
  return today < until ? 'running' : 'over'
}

export const presentDelegation = (row: DelegationRow, today: string, withheld: string[]): DelegationEntry => ({
  delegation: row.delegation_id,
  giver: row.giver_name,
  delegate: row.delegate_name,
  since: row.since,
  last: dayBefore(row.until),
  reason: row.reason,
  state: stateOfDelegation(row, today),
  withheld,
})
