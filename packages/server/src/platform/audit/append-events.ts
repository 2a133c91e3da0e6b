import { randomUUID } from 'node:crypto'
import { type AuditEvent, keepableText } from '@eduduty/core/audit'
import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { Caller } from '../ctx.ts'
import { confine } from '../db/confined.ts'
import type { Connection } from '../db/connection.ts'
import type { Keyring } from '../keys/keyring.ts'
import type { ChainHead, Checkpoints } from './checkpoints.ts'
import { chainMac, type EventFields, type MacProfile, macKeyId, occurredText } from './event-mac.ts'

/** What the log needs besides the database: the key that its owner cannot read, and a place outside it. */
export interface AuditLog {
  readonly keyring: Keyring
  readonly checkpoints: Checkpoints
  readonly macProfile?: MacProfile
}

interface EventsToAppend {
  readonly caller: Caller
  readonly now: Date
  readonly events: readonly AuditEvent[]
}

/**
 * Adds events to the chain of the actor's county, as the last step of the transaction. The row of the chain's head is
 * locked until the commit, so that a chain never forks. Returns the new heads. Errors: `audit.sink_unwritable`.
 */
export async function appendEvents(
  connection: Connection,
  log: AuditLog,
  { caller, now, events }: EventsToAppend,
): Promise<readonly ChainHead[]> {
  if (events.length === 0) return []
  await log.checkpoints.ready()
  const { county, path } = caller.actor
  const root = areaPath(county)
  // The chain may lie outside of what the caller reaches: a school's own scope does not hold its county's.
  if (!caller.scopes.some((scope) => isWithin(root, scope))) await confine(connection, [root])
  const chain = await lockChain(connection, county, root)
  const mac = chainMac(log.keyring, county)
  const place = {
    occurred: occurredText(now),
    key_id: macKeyId(log.keyring, log.macProfile),
    org_path: isWithin(path, root) ? path : root,
  }
  let previous = chain.head_mac
  const rows = events.map((event, index) => {
    const fields = { ...fieldsOf(event, caller), ...place, event_no: chain.head_no + index + 1 }
    previous = mac(previous === '' ? chain.chain_id : previous, fields)
    return { ...fields, mac: previous }
  })
  const head_no = chain.head_no + rows.length
  await insertEvents(connection, rows, now)
  await connection.run('update audit_chains set head_no = $2, head_mac = $3 where county_code = $1', [
    county,
    head_no,
    previous,
  ])
  return [{ county, chainId: chain.chain_id, no: head_no, mac: previous, at: now.toISOString() }]
}

interface Chain {
  readonly chain_id: string
  readonly head_no: number
  readonly head_mac: string
}

async function lockChain(connection: Connection, county: string, root: string): Promise<Chain> {
  const known = await findChain(connection, county)
  if (known !== undefined) return known
  await connection.run(
    `insert into audit_chains (county_code, chain_id, head_no, head_mac, org_path) values ($1, $2, 0, '', $3)
     on conflict do nothing`,
    [county, randomUUID(), root],
  )
  const made = await findChain(connection, county)
  if (made === undefined) throw new Error(`the audit chain of ${county} is not there`)
  return made
}

async function findChain(connection: Connection, county: string): Promise<Chain | undefined> {
  const { rows } = await connection.run<Chain>(
    'select chain_id, head_no, head_mac from audit_chains where county_code = $1 for update',
    [county],
  )
  return rows[0]
}

type EventWords = Omit<EventFields, 'event_no' | 'occurred' | 'key_id' | 'org_path'>

function fieldsOf(event: AuditEvent, { actor, origin }: Caller): EventWords {
  return {
    county_code: actor.county,
    actor_id: keepableText(actor.id),
    actor_name: keepableText(actor.name),
    address: keepableText(origin.address),
    request_id: keepableText(origin.requestId),
    action: event.action,
    subject: keepableText(event.subject),
    result: event.result ?? 'done',
    reason: keepableText(event.reason ?? ''),
    detail: detailText(event.detail ?? {}),
  }
}

function detailText(detail: NonNullable<AuditEvent['detail']>): string {
  const kept = Object.entries(detail).map(([name, value]) => [
    keepableText(name),
    typeof value === 'string' ? keepableText(value) : value,
  ])
  return JSON.stringify(Object.fromEntries(kept))
}

const columns = [
  'county_code',
  'event_no',
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
] as const

const rowsAtOnce = 500

/** Plain rows of values: an INSERT … SELECT of constants is refused where the table is spread over several servers. */
async function insertEvents(
  connection: Connection,
  rows: readonly (EventFields & { readonly mac: string })[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values: unknown[] = [now]
    const lines = rows.slice(from, from + rowsAtOnce).map((row) => {
      const places = columns.map((column) => `$${values.push(row[column])}`)
      return `($1, ${places.join(', ')})`
    })
    await connection.run(
      `insert into audit_events (occurred_at, ${columns.join(', ')}) values ${lines.join(', ')}`,
      values,
    )
  }
}
