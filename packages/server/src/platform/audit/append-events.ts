import { randomUUID } from 'node:crypto'
import type { AuditEvent } from '@eduduty/core/audit'
import { areaPath } from '@eduduty/core/organizations'
import type { Caller } from '../ctx.ts'
import { confine } from '../db/confined.ts'
import type { Connection } from '../db/connection.ts'
import type { Keyring } from '../keys/keyring.ts'
import type { ChainHead, Checkpoints } from './checkpoints.ts'
import { chainMac, type EventFields } from './event-mac.ts'

/** What the log needs besides the database: the key that its owner cannot read, and a place outside it. */
export interface AuditLog {
  readonly keyring: Keyring
  readonly checkpoints: Checkpoints
}

interface EventsToAppend {
  readonly caller: Caller
  readonly now: Date
  readonly events: readonly AuditEvent[]
}

/**
 * Adds events to the chain of the actor's county, as the last step of the transaction. The row of the chain's head is
 * locked until the commit, so that a chain never forks. Returns the new heads.
 */
export async function appendEvents(
  connection: Connection,
  log: AuditLog,
  { caller, now, events }: EventsToAppend,
): Promise<readonly ChainHead[]> {
  if (events.length === 0) return []
  const { county, path } = caller.actor
  const root = areaPath(county)
  await confine(connection, [root])
  const chain = await lockChain(connection, county, root)
  const mac = chainMac(log.keyring, county)
  let previous = chain.head_mac
  const rows = events.map((event, index) => {
    const fields = fieldsOf(event, caller, {
      no: chain.head_no + index + 1,
      at: now.toISOString(),
      key: log.keyring.current,
      path: path.startsWith(root) ? path : root,
    })
    previous = mac(previous, fields)
    return { ...fields, mac: previous }
  })
  await insertEvents(connection, rows)
  const head_no = chain.head_no + rows.length
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
  await connection.run(
    `insert into audit_chains (county_code, chain_id, head_no, head_mac, org_path) values ($1, $2, 0, '', $3)
     on conflict do nothing`,
    [county, randomUUID(), root],
  )
  const { rows } = await connection.run<Chain>(
    'select chain_id, head_no, head_mac from audit_chains where county_code = $1 for update',
    [county],
  )
  const [chain] = rows
  if (chain === undefined) throw new Error(`the audit chain of ${county} is not there`)
  return chain
}

interface Place {
  readonly no: number
  readonly at: string
  readonly key: string
  readonly path: string
}

function fieldsOf(event: AuditEvent, { actor, origin }: Caller, place: Place): EventFields {
  return {
    county_code: actor.county,
    event_no: place.no,
    occurred_at: place.at,
    actor_id: actor.id,
    actor_name: actor.name,
    address: origin.address,
    request_id: origin.requestId,
    action: event.action,
    subject: event.subject,
    result: event.result ?? 'done',
    reason: event.reason ?? '',
    detail: event.detail ?? {},
    key_id: place.key,
    org_path: place.path,
  }
}

async function insertEvents(
  connection: Connection,
  rows: readonly (EventFields & { readonly mac: string })[],
): Promise<void> {
  await connection.run(
    `insert into audit_events (county_code, event_no, occurred_at, actor_id, actor_name, address, request_id, action,
       subject, result, reason, detail, key_id, mac, org_path)
     select county_code, event_no, occurred_at, actor_id, actor_name, address, request_id, action,
       subject, result, reason, detail, key_id, mac, org_path
     from jsonb_to_recordset($1::jsonb) as event(county_code text, event_no bigint, occurred_at timestamptz,
       actor_id text, actor_name text, address text, request_id text, action text, subject text, result text,
       reason text, detail jsonb, key_id text, mac text, org_path text)`,
    [JSON.stringify(rows)],
  )
}
