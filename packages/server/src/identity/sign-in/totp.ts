import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { open, type SealedPlace, type SealKind, seal } from '../../platform/keys/seal.ts'
import type { Account } from './find-account.ts'

const stepSeconds = 30
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A fresh seed as an authenticator app takes it (base32, 160 bits). */
export function makeTotpSeed(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)] ?? '').join('')
}

/**
 * The time step a code belongs to (RFC 6238: SHA-1, 6 digits, 30 s), looking one step back and one ahead for clocks
 * that differ; undefined when it is of none. Each step may be used once: that is for the caller to see to.
 */
export function findTotpStep(seed: string, code: string, now: Date): number | undefined {
  const current = Math.floor(now.getTime() / 1000 / stepSeconds)
  return [current, current - 1, current + 1].find((step) =>
    timingSafeEqual(Buffer.from(totpCode(seed, step)), Buffer.from(code.padEnd(6).slice(0, 6))),
  )
}

export function totpCode(seed: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(seed)).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the QR code says; the app shows the product and the login name beside the digits. */
export function totpAddress(seed: string, loginName: string): string {
  const label = encodeURIComponent(`履教通:${loginName}`)
  return `otpauth://totp/${label}?secret=${seed}&issuer=${encodeURIComponent('履教通')}&algorithm=SHA1&digits=6&period=30`
}

export function sealTotpSeed(keyring: Keyring, account: Account, seed: string, kind: SealKind): string {
  return seal(keyring, placeOf(account), seed, kind)
}

export function openTotpSeed(keyring: Keyring, account: Account, sealed: string): string {
  return open(keyring, placeOf(account), sealed)
}

function placeOf({ county, personId }: Account): SealedPlace {
  return { table: 'identity_accounts', column: 'totp_sealed', county, row: personId }
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
