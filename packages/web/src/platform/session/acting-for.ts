const KEY = 'eduduty.acting-for'

/** Of this tab alone: what is done for a colleague is never done by the way in another. */
export const actingDelegation = (): string | undefined =>
  typeof sessionStorage === 'undefined' ? undefined : (sessionStorage.getItem(KEY) ?? undefined)

/** The page begins anew, so that nothing of one's own is left on it. */
export function beginActing(delegation: string, address: string): void {
  sessionStorage.setItem(KEY, delegation)
  window.location.assign(address)
}

export function endActing(): void {
  sessionStorage.removeItem(KEY)
  window.location.assign('/desk')
}

/** Names the delegation by which somebody acts. */
export function actingHeaders(): Record<string, string> {
  const delegation = actingDelegation()
  return delegation === undefined ? {} : { 'x-eduduty-for': delegation }
}
