import { pbkdf2, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { SecuritySettings } from '@eduduty/core/identity'
import { createQueue } from './hash-queue.ts'

export type HashProfile = SecuritySettings['hash_profile']

/** Turns passwords into text that tells nothing of them, and compares. Slow on purpose, hence few at a time. */
export interface PasswordHasher {
  hash(password: string, profile: HashProfile): Promise<string>
  /** Without a stored hash it works as long and says no, so that nobody learns from the time whether one exists. */
  matches(password: string, stored: string | undefined, profile: HashProfile): Promise<boolean>
}

const bytes = 32
const scryptCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const
const sm3Rounds = 100_000
const pbkdf2Async = promisify(pbkdf2)
const storedPattern = /^\$(scrypt\$ln=15,r=8,p=1|pbkdf2-sm3\$i=100000)\$([\w+/=]+)\$([\w+/=]+)$/

const prefixes = {
  scrypt: `$scrypt$ln=15,r=8,p=1$`,
  sm3: `$pbkdf2-sm3$i=${sm3Rounds}$`,
} as const satisfies Record<HashProfile, string>

/** At most two hashes at once, so that others' requests are still answered; who would wait too long is refused. */
export function createPasswordHasher(limits = { parallel: 2, waiting: 64 }): PasswordHasher {
  const inTurn = createQueue(limits)
  return {
    hash: (password, profile) =>
      inTurn(async () => {
        const salt = randomBytes(16)
        const key = await deriveKey(password, salt, profile)
        return `${prefixes[profile]}${salt.toString('base64')}$${key.toString('base64')}`
      }),
    matches: (password, stored, profile) => inTurn(() => compare(password, stored, profile)),
  }
}

/** True when a stored hash was made under another profile and should be made anew. */
export function isOutdatedHash(stored: string, profile: HashProfile): boolean {
  return !stored.startsWith(prefixes[profile])
}

async function compare(password: string, stored: string | undefined, profile: HashProfile): Promise<boolean> {
  const [, kind, salt, key] = storedPattern.exec(stored ?? '') ?? []
  if (kind === undefined || salt === undefined || key === undefined) {
    await deriveKey(password, Buffer.alloc(16), profile)
    return false
  }
  const made = await deriveKey(password, Buffer.from(salt, 'base64'), kind.startsWith('scrypt') ? 'scrypt' : 'sm3')
  const kept = Buffer.from(key, 'base64')
  return made.length === kept.length && timingSafeEqual(made, kept)
}

/** The same password typed with another keyboard or system is the same text. */
function deriveKey(password: string, salt: Buffer, profile: HashProfile): Promise<Buffer> {
  const text = password.normalize('NFKC')
  if (profile === 'sm3') return pbkdf2Async(text, salt, sm3Rounds, bytes, 'sm3')
  return new Promise((resolve, reject) => {
    scrypt(text, salt, bytes, scryptCost, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
