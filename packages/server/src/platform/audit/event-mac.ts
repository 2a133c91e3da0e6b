import { createHmac } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'

/** An event as it is stored, less its own code. Every column takes part in the code, each as its text. */
export interface EventFields {
  readonly county_code: string
  readonly event_no: number | bigint
  /** Seconds since 1970 with six decimals: what the database really holds, finer than a Date. */
  readonly occurred: string
  readonly actor_id: string
  readonly actor_name: string
  readonly address: string
  readonly request_id: string
  readonly action: string
  readonly subject: string
  readonly result: string
  readonly reason: string
  /** JSON text, byte for byte as stored. */
  readonly detail: string
  readonly key_id: string
  readonly org_path: string
}

/** How codes are made: HMAC over SHA-256 or, for sites held to the national algorithms, over SM3. */
export type MacProfile = 'sha256' | 'sm3'

const sm3Mark = '+sm3'

/** What stands in `key_id`: the version of the key, and the profile where it is not the usual one. */
export function macKeyId(keyring: Keyring, profile: MacProfile = 'sha256'): string {
  return profile === 'sm3' ? `${keyring.current}${sm3Mark}` : keyring.current
}

/** The code of an event, given the one before it; before the first event of a chain stands the chain's id. */
export type ChainMac = (previous: string, event: EventFields) => string

/** Makes the codes of one chain's events; the key is not in the database. Errors: `keys.unknown_version`. */
export function chainMac(keyring: Keyring, county: string): ChainMac {
  const keys = new Map<string, Buffer>()
  const keyOf = (id: string): Buffer => {
    const known = keys.get(id)
    if (known !== undefined) return known
    const version = id.endsWith(sm3Mark) ? id.slice(0, -sm3Mark.length) : id
    const key = keyring.derive(version, version === id ? 'audit chain' : 'audit chain sm3', county, 32)
    keys.set(id, key)
    return key
  }
  return (previous, event) => {
    const key = keyOf(event.key_id)
    const digest = event.key_id.endsWith(sm3Mark) ? 'sm3' : 'sha256'
    return createHmac(digest, key)
      .update(`${previous}\n${canonicalText(event)}`)
      .digest('hex')
  }
}

/**
 * One text for one event, no two events alike: a JSON list of texts in fixed order. Nothing in it depends on how an
 * engine or driver gives numbers, instants or JSON back.
 */
function canonicalText(event: EventFields): string {
  return JSON.stringify([
    event.county_code,
    String(event.event_no),
    event.occurred,
    event.actor_id,
    event.actor_name,
    event.address,
    event.request_id,
    event.action,
    event.subject,
    event.result,
    event.reason,
    event.detail,
    event.key_id,
    event.org_path,
  ])
}

/** An instant as the text that takes part in the code. */
export function occurredText(instant: Date): string {
  const milliseconds = instant.getTime()
  const seconds = Math.floor(milliseconds / 1000)
  return `${seconds}.${String(milliseconds - seconds * 1000).padStart(3, '0')}000`
}
