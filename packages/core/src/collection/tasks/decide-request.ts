import { isOwed, type TaskState } from './task-states.ts'

/** What a unit may ask of those who plan or review. */
export type RequestKind = 'extension' | 'correction' | 'unlock'

export const requestKinds: Readonly<Record<RequestKind, string>> = {
  extension: '申请延期',
  correction: '申请更正',
  unlock: '申请开放其他格',
}

export function isRequestKind(text: string): text is RequestKind {
  return Object.hasOwn(requestKinds, text)
}

export interface RequestFacts {
  readonly state: TaskState
  /** What was asked for and not answered yet. */
  readonly waiting: readonly RequestKind[]
  /** Returned by the cell: other cells stay locked. */
  readonly isPartlyLocked: boolean
}

/** Each has its sentence in the error table as `collection.<code>`. */
export type RequestRefusal = 'already_requested' | 'nothing_owed' | 'not_frozen' | 'nothing_locked'

/** Why `kind` cannot be asked for now; undefined when it can. */
export function whyNotRequest(facts: RequestFacts, kind: RequestKind): RequestRefusal | undefined {
  // Each request for cells names others; of the rest one at a time says all.
  if (kind !== 'unlock' && facts.waiting.includes(kind)) return 'already_requested'
  switch (kind) {
    case 'extension':
      return isOwed(facts.state) ? undefined : 'nothing_owed'
    case 'correction':
      return facts.state === 'frozen' ? undefined : 'not_frozen'
    case 'unlock':
      return facts.state === 'returned' && facts.isPartlyLocked ? undefined : 'nothing_locked'
  }
}
