import { createHmac } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'

/** An event as it is stored, less its own code. */
export interface EventFields {
  readonly county_code: string
  readonly event_no: number
  readonly occurred_at: string
  readonly actor_id: string
  readonly actor_name: string
  readonly address: string
  readonly request_id: string
  readonly action: string
  readonly subject: string
  readonly result: string
  readonly reason: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly key_id: string
  readonly org_path: string
}

/** Makes the codes of one chain's events; the key is not in the database. */
export function chainMac(keyring: Keyring, county: string): (previous: string, event: EventFields) => string {
  const keys = new Map<string, Buffer>()
  return (previous, event) => {
    const key = keys.get(event.key_id) ?? keyring.derive(event.key_id, 'audit chain', county, 32)
    keys.set(event.key_id, key)
    return createHmac('sha256', key).update(previous).update('\n').update(canonical(event)).digest('hex')
  }
}

/** The same text for the same event, whatever order the database gives the fields of `detail` in. */
function canonical(event: EventFields): string {
  const { detail, ...fields } = event
  const names = Object.keys(detail).toSorted()
  const values = [...Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))]
  return JSON.stringify([values, names.map((name) => [name, detail[name]])])
}
