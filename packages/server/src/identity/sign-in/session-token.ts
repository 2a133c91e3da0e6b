import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readCookie, writeCookie } from './cookies.ts'

const cookieName = 'eduduty_session'
const tokenPattern = /^(\d{6})\.[\w-]{43}$/

/** What a browser holds of its session: the county to look in, and a secret of which only the hash is kept. */
export interface SessionToken {
  readonly county: string
  readonly text: string
  readonly hash: string
}

export function makeSessionToken(county: string): SessionToken {
  return tokenOf(county, `${county}.${randomBytes(32).toString('base64url')}`)
}

export function findSessionToken(request: FastifyRequest): SessionToken | undefined {
  const text = readCookie(request, cookieName) ?? ''
  const county = tokenPattern.exec(text)?.[1]
  return county === undefined ? undefined : tokenOf(county, text)
}

/** Without a lifetime the browser forgets it when it is closed. */
export function giveSessionToken(request: FastifyRequest, reply: FastifyReply, token: SessionToken | undefined): void {
  writeCookie(request, reply, { name: cookieName, value: token?.text ?? '', ...(token === undefined && { maxAge: 0 }) })
}

/** Known only to pages that may read answers of ours, so that another site cannot send changes in somebody's name. */
export function csrfTokenOf(keyring: Keyring, token: SessionToken): string {
  const key = keyring.derive(keyring.current, 'session csrf', token.county, 32)
  return createHmac('sha256', key).update(token.text).digest('base64url')
}

function tokenOf(county: string, text: string): SessionToken {
  return { county, text, hash: createHash('sha256').update(text).digest('hex') }
}
