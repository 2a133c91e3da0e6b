import type { TaskDetail, TaskPermit } from '@eduduty/core/collection/tasks'

/** Whether something can be done now; undefined when it is not for this person at all. */
export function permitOf({ permits }: TaskDetail, deed: string): TaskPermit | undefined {
  return permits.find((permit) => permit.deed === deed)
}

export const isAllowed = (detail: TaskDetail, deed: string): boolean => permitOf(detail, deed)?.allowed === true

/** What brings a table one step on, in the order in which it happens. */
export const forwardDeeds = ['submit', 'approve_first', 'approve', 'freeze'] as const
export type ForwardDeed = (typeof forwardDeeds)[number]

/** The one primary action of the page: what this person may do; else what they might, with why not. */
export function primaryDeed(detail: TaskDetail): { deed: ForwardDeed; permit: TaskPermit } | undefined {
  const offered = forwardDeeds.flatMap((deed) => {
    const permit = permitOf(detail, deed)
    return permit === undefined ? [] : [{ deed, permit }]
  })
  return offered.find(({ permit }) => permit.allowed) ?? offered.find(({ deed }) => deed === dueDeed(detail))
}

/** What comes next with the table, whoever does it. */
function dueDeed({ task }: TaskDetail): ForwardDeed | undefined {
  switch (task.holder.side) {
    case 'unit':
      return 'submit'
    case 'first_review':
      return 'approve_first'
    case 'review':
      return task.state === 'verified' ? 'freeze' : 'approve'
    case 'nobody':
      return undefined
  }
}

/** What a unit may ask for now: more time while the table is with it, a correction once it is frozen; each once at a time. */
export const mayAsk = (detail: TaskDetail, kind: 'extension' | 'correction'): boolean =>
  isAllowed(detail, `ask_${kind}`)

/** Whether this person is one of those who review this table now, so that it can be handed on or countersigned. */
export const reviewsNow = (detail: TaskDetail): boolean => isAllowed(detail, 'hand_on')
