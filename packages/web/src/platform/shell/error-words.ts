import { ApiError } from '../api/http.ts'
import { platformMessages } from '../messages/messages.ts'

export interface ErrorWords {
  readonly title: string
  readonly message: string
  /** What to do; undefined where the message says it. */
  readonly advice?: string
  /** `again`: ask anew; `reload`: load the page anew, for its program may be older than the server's. */
  readonly way: 'again' | 'reload' | 'none'
  /** For whoever looks after the program. */
  readonly detail?: string
}

/** What a person is told of a failure: the server's own sentence, or that the page itself is broken. */
export function errorWords(error: Error): ErrorWords {
  const says = platformMessages.error
  if (!(error instanceof ApiError))
    return { title: says.broken, message: says.brokenAdvice, way: 'reload', detail: error.message }
  // The server's answer to another post's page; trying again would change nothing.
  if (error.status === 403) return { title: says.notAllowed, message: error.message, way: 'none' }
  return { title: says.title, message: error.message, advice: says.advice, way: 'again' }
}
