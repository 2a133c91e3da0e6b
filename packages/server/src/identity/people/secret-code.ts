import { createHash, randomInt } from 'node:crypto'

// Nobody takes one of these characters for another.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const groups = 4
const groupLength = 5

/** How long a one-time activation code may be used. */
export const secretHours = 72

/** A one-time activation code such as `7KQ4M-…`: 99 bits, so that a plain hash of it tells nothing. */
export function makeSecretCode(): string {
  const group = (): string => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** What is kept of a code; the same however it is typed: small letters, blanks and full-width characters. */
export function hashSecretCode(code: string): string {
  const tidy = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(`eduduty secret ${tidy}`).digest('hex')
}
