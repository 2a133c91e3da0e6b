import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readCookie, writeCookie } from './cookies.ts'

const cookieName = 'eduduty_device'
const year = 365 * 24 * 3600
const keptAccounts = 8
const idPattern = /^[\w-]{22}$/
const markPattern = /^[\w-]{24}$/

/** A browser, with marks of the accounts that signed in from it. Only we can make such a mark. */
export interface Device {
  readonly id: string
  readonly marks: readonly string[]
}

interface AccountKey {
  readonly county: string
  readonly personId: string
}

export function readDevice(request: FastifyRequest): Device {
  const [id = '', ...marks] = (readCookie(request, cookieName) ?? '').split('.')
  return idPattern.test(id)
    ? { id, marks: marks.filter((mark) => markPattern.test(mark)).slice(0, keptAccounts) }
    : { id: newId(), marks: [] }
}

/** Name under which failures are counted: of this device when the account has signed in from it, else the common ''. */
export function deviceNameFor(keyring: Keyring, device: Device, account: AccountKey): string {
  const mark = Buffer.from(markOf(keyring, device, account))
  const known = device.marks.some((one) => timingSafeEqual(Buffer.from(one), mark))
  return known ? createHash('sha256').update(device.id).digest('hex') : ''
}

/** Lets the browser be recognised when this account signs in from it again. */
export function markDevice(
  request: FastifyRequest,
  reply: FastifyReply,
  { keyring, account }: { readonly keyring: Keyring; readonly account: AccountKey },
): void {
  const device = readDevice(request)
  const mark = markOf(keyring, device, account)
  const marks = [mark, ...device.marks.filter((one) => one !== mark)].slice(0, keptAccounts)
  writeCookie(request, reply, { name: cookieName, value: [device.id, ...marks].join('.'), maxAge: year })
}

function newId(): string {
  return randomBytes(16).toString('base64url')
}

function markOf(keyring: Keyring, device: Device, { county, personId }: AccountKey): string {
  const key = keyring.derive(keyring.current, 'known device', county, 32)
  return createHmac('sha256', key).update(`${device.id}\n${personId}`).digest('base64url').slice(0, 24)
}
