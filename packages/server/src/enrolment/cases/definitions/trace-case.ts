import { type CaseState, caseOf } from '@eduduty/core/enrolment'
import type { Queries } from '../../../platform/db/database.ts'
import { factsOf, type StoredEvent } from '../store/event-row.ts'
import type { StoredHolding } from '../store/holding-row.ts'
import type { PinnedCasework } from './find-casework.ts'
import { getDefinition } from './keep-definition.ts'

export interface TracedCase {
  readonly state: CaseState
  /** The definition by which it is handled now. */
  readonly pinned: PinnedCasework
  /** Since when. */
  readonly since: string
  /** The definition that held when an event was written down. */
  readonly heldAt: (event: StoredEvent) => PinnedCasework
}

/** One that held before: up to which event, and the day on which another took its place. */
interface FormerDefinition {
  readonly until: number
  readonly on: string
  readonly pinned: PinnedCasework
}

/** Where a case stands by its history, each event by the definition that held then. */
export async function traceCase(
  db: Queries,
  { county_code: county, content_hash: hash, opened_on: opened }: StoredHolding,
  events: readonly StoredEvent[],
): Promise<TracedCase> {
  const pinned = await getDefinition(db, county, hash)
  const former: FormerDefinition[] = []
  for (const { former_hash: before, event_no: until, on_day: on } of events)
    if (before !== null) former.push({ until, on, pinned: await getDefinition(db, county, before) })
  const heldAt = ({ event_no: no }: StoredEvent): PinnedCasework =>
    former.find(({ until }) => no < until)?.pinned ?? pinned
  const first = former.at(0)?.pinned ?? pinned
  return {
    state: caseOf(
      first.casework,
      factsOf(events, (event) => heldAt(event).casework),
    ),
    pinned,
    since: former.at(-1)?.on ?? opened,
    heldAt,
  }
}
