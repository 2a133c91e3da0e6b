import type { CaseEvent } from '@eduduty/core/enrolment'
import type { CaseLine, Casework } from '@eduduty/core/packs'
import type { Queries } from '../../../platform/db/database.ts'
import type { CaseKey } from './holding-row.ts'

export interface StoredEvent {
  readonly holding_no: number
  readonly event_no: number
  readonly org_path: string
  readonly type: CaseEvent['type']
  readonly step: string | null
  readonly on_day: string
  readonly says: string
  readonly fields: readonly EventField[]
  readonly exit: string | null
  readonly proof: string
  readonly amount: number | null
  readonly approved_by: string
  readonly state: string
  readonly is_private: boolean
  readonly unit_name: string
  readonly line: CaseLine
  readonly person_id: string
  readonly person_name: string
  readonly recorded_at: string
  /** Of a record that may have been sent more than once. */
  readonly record_key: string | null
  /** The definition that held before, where another took its place. */
  readonly former_hash: string | null
}

/** What was asked with a step, and what was given. */
export interface EventField {
  readonly title: string
  readonly text: string
}

const eventColumns = `holding_no, event_no, org_path, type, step, on_day, says, fields, exit, proof, amount, approved_by,
  state, is_private, unit_name, line, person_id, person_name, recorded_at, record_key, former_hash`

/** What happened to a case as far as the reader reaches it, each once, in its order. */
export function readEvents(db: Queries, { county, case: id }: CaseKey): Promise<StoredEvent[]> {
  return db.run<StoredEvent>(
    `select distinct on (event_no) ${eventColumns} from enrolment_events
     where county_code = $1 and case_id = $2 order by event_no, holding_no`,
    [county, id],
  )
}

/** The same as the rules read them: what is private changes nothing. `held`: the definition from an event on. */
export function factsOf(events: readonly StoredEvent[], held: (event: StoredEvent) => Casework): readonly CaseEvent[] {
  return events.flatMap((event): CaseEvent[] => {
    const { type, step, on_day: on, exit, is_private: isPrivate } = event
    if (isPrivate) return []
    if (type === 'redefined') return [{ type, on, casework: held(event) }]
    if (type !== 'step') return [{ type, on }]
    return [{ type, step: step ?? '', on, ...(exit !== null && { exit }) }]
  })
}
