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

/** In the order in which a page's rows give their values. */
const columns = [
  'county_code',
  'extract(epoch from occurred_at)::text',
  'actor_id',
  'actor_name',
  'address',
  'request_id',
  'action',
  'subject',
  'result',
  'reason',
  'detail',
  'key_id',
  'org_path',
  'mac',
  'event_no::text',
].join(', ')

/** A page comes as one text: three times as fast as row by row, for the driver as for the embedded engine's thread. */
async function readPage(
  db: Queries,
  county: string,
  after: number,
  last: number,
  pageRows: number,
): Promise<readonly StoredEvent[]> {
  const [page] = await db.run<{ rows: string }>(
    `select coalesce(json_agg(json_build_array(${columns})), '[]')::text as rows
     from (select * from audit_events where county_code = $1 and event_no > $2 and event_no <= $3
       order by event_no limit $4) as page`,
    [county, after, last, pageRows],
  )
  const rows: readonly (readonly string[])[] = JSON.parse(page?.rows ?? '[]')
  return rows.map(readRow)
}

function readRow(row: readonly string[]): StoredEvent {
  const [county_code = '', occurred = '', actor_id = '', actor_name = '', address = '', request_id = ''] = row
  const [action = '', subject = '', result = '', reason = '', detail = '', key_id = ''] = row.slice(6)
  const [org_path = '', mac = '', event_no = ''] = row.slice(12)
  return {
    county_code,
    event_no: Number(event_no),
    occurred,
    actor_id,
    actor_name,
    address,
    request_id,
    action,
    subject,
    result,
    reason,
    detail,
    key_id,
    org_path,
    mac,
  }
}

/** The instant of an event as ISO text. */
export function occurredAt(event: Pick<StoredEvent, 'occurred'>): string {
  const milliseconds = Number(event.occurred) * 1000
  return Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : event.occurred
}
