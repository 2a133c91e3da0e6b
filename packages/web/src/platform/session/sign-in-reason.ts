/** Why somebody who was signed in is asked to sign in again; stands in the address of the page. */
export const signInReasons = ['idle', 'ended'] as const
export type SignInReason = (typeof signInReasons)[number]
