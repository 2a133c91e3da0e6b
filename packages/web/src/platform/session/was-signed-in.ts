const KEY = 'eduduty.signed-in'

/** Whether somebody was signed in in this tab and did not leave: whoever is asked to sign in again is told why. */
export const wasSignedIn = (): boolean => sessionStorage.getItem(KEY) !== null

export function noteSignedIn(isIn: boolean): void {
  if (isIn) sessionStorage.setItem(KEY, 'yes')
  else sessionStorage.removeItem(KEY)
}
