import type { TaskActor } from '@eduduty/core/duties'
import { type Acting, issuesFor, overseesFor, worksFor } from '../acting.ts'
import type { StoredTask } from './task-row.ts'

/** Where somebody stands towards a task. */
export const actorOf = (acting: Acting, row: StoredTask): TaskActor => ({
  leads: worksFor(acting, row.org_path),
  issues: issuesFor(acting, row.issuer_path),
  oversees: overseesFor(acting, row.org_path),
  hasReported: isOneOf(acting, row.reported_by),
})

/** Who acts for a colleague is held to what either of them has done. */
const isOneOf = ({ ctx }: Acting, person: string | null): boolean =>
  person === ctx.actor.id || (person !== null && person === ctx.actor.behalf?.id)
