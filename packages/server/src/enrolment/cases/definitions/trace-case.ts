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

/** Where a case stands by its history, each event by the definition that held then. */
export async function traceCase(
  db: Queries,
  { county_code: county, content_hash: hash, opened_on: opened }: StoredHolding,
  events: readonly StoredEvent[],
): Promise<TracedCase> {
  const changes = events.flatMap(({ former_hash: former, event_no: no, on_day: on }) =>
    former === null ? [] : [{ former, no, on }],
  )
  const definitions: PinnedCasework[] = []
  for (const one of [...changes.map(({ former }) => former), hash])
    definitions.push(await getDefinition(db, county, one))
  const at = (no: number): PinnedCasework => {
    const found = definitions[changes.filter((change) => change.no <= no).length]
    if (found === undefined) throw new Error(`a case in ${county} has no definition`)
    return found
  }
  const heldAt = ({ event_no: no }: StoredEvent): PinnedCasework => at(no)
  return {
    state: caseOf(
      at(0).casework,
      factsOf(events, (event) => heldAt(event).casework),
    ),
    pinned: at(Number.MAX_SAFE_INTEGER),
    since: changes.at(-1)?.on ?? opened,
    heldAt,
  }
}
