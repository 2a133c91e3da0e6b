import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '../errors/app-error.ts'
import type { Keyring } from './keyring.ts'

/** Where a sealed value stands; moved to any other place it cannot be opened. */
export interface SealedPlace {
  readonly table: string
  readonly column: string
  readonly county: string
  /** Key of the row within the county. */
  readonly row: string
}

/** `aes`: AES-256-GCM. `sm`: SM4-CTR, then HMAC-SM3 over everything (国密). */
export type SealKind = 'aes' | 'sm'

interface KeyPlace extends SealedPlace {
  readonly keyring: Keyring
  readonly key: string
}

interface Parts {
  readonly nonce: Buffer
  readonly sealed: Buffer
  readonly tag: Buffer
}

/** Seals a text for its place: `v1.<kind>.<key version>.<nonce>.<ciphertext>.<tag>`. */
export function seal(keyring: Keyring, place: SealedPlace, text: string, kind: SealKind = 'aes'): string {
  const key = keyring.current
  const { nonce, sealed, tag } = kinds[kind].seal({ ...place, keyring, key }, Buffer.from(text, 'utf8'))
  return ['v1', kind, key, ...[nonce, sealed, tag].map((part) => part.toString('base64url'))].join('.')
}

/** The text that was sealed for this place. Errors: `keys.sealed_damaged`, `keys.unknown_version`. */
export function open(keyring: Keyring, place: SealedPlace, envelope: string): string {
  const [version, kind, key = '', ...rest] = envelope.split('.')
  const [nonce, sealed, tag] = rest.map((part) => Buffer.from(part, 'base64url'))
  const readable = version === 'v1' && (kind === 'aes' || kind === 'sm')
  if (!readable || nonce === undefined || sealed === undefined || tag === undefined) throw damaged(place)
  const from = { ...place, keyring, key }
  keyring.fingerprint(key)
  try {
    return kinds[kind].open(from, { nonce, sealed, tag }).toString('utf8')
  } catch (cause) {
    throw damaged(place, cause)
  }
}

/** Seals bytes for their place: `v1.<kind>.<key version>.`, then nonce, tag and ciphertext as they are. */
export function sealBytes(keyring: Keyring, place: SealedPlace, bytes: Uint8Array, kind: SealKind = 'aes'): Buffer {
  const key = keyring.current
  const { nonce, sealed, tag } = kinds[kind].seal({ ...place, keyring, key }, bytes)
  return Buffer.concat([Buffer.from(`v1.${kind}.${key}.`, 'utf8'), nonce, tag, sealed])
}

/** The bytes that were sealed for this place. Errors: `keys.sealed_damaged`, `keys.unknown_version`. */
export function openBytes(keyring: Keyring, place: SealedPlace, envelope: Uint8Array): Buffer {
  const [header = '', kind, key] =
    /^v1\.(aes|sm)\.([^.]{1,40})\./.exec(Buffer.from(envelope.subarray(0, 64)).toString('latin1')) ?? []
  if (key === undefined || (kind !== 'aes' && kind !== 'sm')) throw damaged(place)
  keyring.fingerprint(key)
  const { nonceBytes, tagBytes } = kinds[kind]
  const body = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength).subarray(header.length)
  const nonce = body.subarray(0, nonceBytes)
  const tag = body.subarray(nonceBytes, nonceBytes + tagBytes)
  try {
    return kinds[kind].open({ ...place, keyring, key }, { nonce, sealed: body.subarray(nonceBytes + tagBytes), tag })
  } catch (cause) {
    throw damaged(place, cause)
  }
}

/**
 * Finds equal values without opening them: whole, for columns that must be unique, and different in every county.
 * `purpose` names the column.
 */
export function blindIndex(keyring: Keyring, purpose: string, county: string, value: string): string {
  const key = keyring.derive(keyring.current, `blind index ${purpose}`, county, 32)
  return createHmac('sha256', key).update(value).digest('hex')
}

interface Sealing {
  readonly nonceBytes: number
  readonly tagBytes: number
  seal(place: KeyPlace, text: Uint8Array): Parts
  open(place: KeyPlace, parts: Parts): Buffer
}

const aes: Sealing = {
  nonceBytes: 12,
  tagBytes: 16,
  seal(place, text) {
    const nonce = randomBytes(aes.nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', keyOf(place, 'aes', 32), nonce).setAAD(boundTo(place))
    const sealed = Buffer.concat([cipher.update(text), cipher.final()])
    return { nonce, sealed, tag: cipher.getAuthTag() }
  },
  open(place, { nonce, sealed, tag }) {
    const key = keyOf(place, 'aes', 32)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: aes.tagBytes })
    decipher.setAAD(boundTo(place)).setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  },
}

const sm: Sealing = {
  nonceBytes: 16,
  tagBytes: 32,
  seal(place, text) {
    const nonce = randomBytes(sm.nonceBytes)
    const cipher = createCipheriv('sm4-ctr', keyOf(place, 'sm4', 16), nonce)
    const sealed = Buffer.concat([cipher.update(text), cipher.final()])
    return { nonce, sealed, tag: smTag(place, nonce, sealed) }
  },
  open(place, { nonce, sealed, tag }) {
    const expected = smTag(place, nonce, sealed)
    if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) throw new Error('the tag does not fit')
    const decipher = createDecipheriv('sm4-ctr', keyOf(place, 'sm4', 16), nonce)
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  },
}

const kinds = { aes, sm } as const satisfies Record<SealKind, Sealing>

function smTag(place: KeyPlace, nonce: Buffer, sealed: Buffer): Buffer {
  const mac = createHmac('sm3', keyOf(place, 'sm4 tag', 32))
  return mac.update(boundTo(place)).update(nonce).update(sealed).digest()
}

/** Another key for every column, county and use. */
function keyOf({ keyring, key, table, column, county }: KeyPlace, use: string, bytes: number): Buffer {
  return keyring.derive(key, `seal ${use} ${table}.${column}`, county, bytes)
}

/** As JSON, so that no two places give the same bytes. */
function boundTo({ key, table, column, county, row }: KeyPlace): Buffer {
  return Buffer.from(JSON.stringify(['v1', key, table, column, county, row]), 'utf8')
}

function damaged({ table, column }: SealedPlace, cause?: unknown): AppError {
  return new AppError('keys.sealed_damaged', { column: `${table}.${column}` }, { cause })
}
