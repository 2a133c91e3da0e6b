import type { Queries } from '../db/database.ts'
import type { EventFields } from './event-mac.ts'

export interface StoredEvent extends EventFields {
  readonly event_no: number
  readonly mac: string
}

/** A chain as its head and its events say, of one moment. */
export interface StoredChain {
  readonly county: string
  /** Absent when events are there and no head. */
  readonly head: { readonly chain_id: string; readonly no: number; readonly mac: string } | undefined
  /** Number of the last event; 0 = none. */
  readonly last: number
}

/** Every county that has a chain or events, of those that the caller may see. */
export async function listChains(db: Queries): Promise<readonly StoredChain[]> {
  const rows = await db.run<{
    county: string
    chain_id: string | null
    head_no: number | null
    head_mac: string | null
    last: number
  }>(
    `with recursive counties as (
       select min(county_code) as county from audit_events
       union all
       select (select min(county_code) from audit_events where county_code > counties.county)
       from counties where counties.county is not null
     )
     select county, chain_id, head_no, head_mac,
       coalesce((select max(event_no) from audit_events where county_code = county), 0) as last
     from (select county from counties where county is not null union select county_code from audit_chains) as found
       left join audit_chains on county_code = county
     order by county`,
  )
  return rows.map(({ county, chain_id, head_no, head_mac, last }) => ({
    county,
    last,
    head: chain_id === null ? undefined : { chain_id, no: head_no ?? 0, mac: head_mac ?? '' },
  }))
}

/** The events of a chain up to number `last` in pages; the next page is on its way while one is looked at. */
export async function* readEvents(
  db: Queries,
  county: string,
  last: number,
  pageRows: number,
): AsyncGenerator<readonly StoredEvent[]> {
  let next = readPage(db, county, 0, last, pageRows)
  try {
    for (;;) {
      const page = await next
      const end = page.at(-1)?.event_no
      if (end === undefined) return
      next = page.length < pageRows ? Promise.resolve([]) : readPage(db, county, end, last, pageRows)
      yield page
    }
  } finally {
    // Nobody waits for the page under way when the reader stops early.
    next.catch(() => undefined)
  }
}

function readPage(
  db: Queries,
  county: string,
  after: number,
  last: number,
  pageRows: number,
): Promise<readonly StoredEvent[]> {
  return db.run<StoredEvent>(
    `select county_code, event_no, extract(epoch from occurred_at)::text as occurred, actor_id, actor_name, address,
       request_id, action, subject, result, reason, detail, key_id, org_path, mac
     from audit_events where county_code = $1 and event_no > $2 and event_no <= $3 order by event_no limit $4`,
    [county, after, last, pageRows],
  )
}

/** The instant of an event as ISO text. */
export function occurredAt(event: Pick<StoredEvent, 'occurred'>): string {
  const milliseconds = Number(event.occurred) * 1000
  return Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : event.occurred
}
