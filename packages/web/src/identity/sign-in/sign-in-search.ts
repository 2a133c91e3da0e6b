import { type SignInReason, signInReasons } from '../../platform/session/sign-in-reason.ts'
import { choiceParam, type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface SignInSearch {
  /** Where to go on to. */
  next?: string | undefined
  /** Why whoever was signed in is asked again. */
  why?: SignInReason | undefined
}

export function signInSearch(values: SearchValues): SignInSearch {
  return { next: textParam(values, 'next'), why: choiceParam(values, 'why', signInReasons) }
}
