import { AppError } from '../errors/app-error.ts'
import type { Keyring } from './keyring.ts'

/** Some derived keys, to be given to a thread that never sees the secrets they come from. */
export interface LentKeys {
  readonly current: string
  readonly keys: readonly (readonly [place: string, key: Uint8Array])[]
}

const placeOf = (id: string, purpose: string, county: string, bytes: number): string =>
  JSON.stringify([id, purpose, county, bytes])

function idOf(place: string): readonly string[] {
  const [id]: unknown[] = JSON.parse(place)
  return typeof id === 'string' ? [id] : []
}

/** Lends what `work` derives when it is done once, and nothing else. */
export function lendKeys(keyring: Keyring, work: (keyring: Keyring) => void): LentKeys {
  const keys = new Map<string, Uint8Array>()
  work({
    ...keyring,
    derive(id, purpose, county, bytes) {
      const key = keyring.derive(id, purpose, county, bytes)
      keys.set(placeOf(id, purpose, county, bytes), key)
      return key
    },
  })
  return { current: keyring.current, keys: [...keys] }
}

/** A keyring of lent keys. Errors: `keys.unknown_version` for whatever was not lent. */
export function keyringOfLent({ current, keys }: LentKeys): Keyring {
  const known = new Map(keys.map(([place, key]) => [place, Buffer.from(key)]))
  const refuse = (id: string): never => {
    throw new AppError('keys.unknown_version', { id })
  }
  const ids = new Set(keys.flatMap(([place]) => idOf(place)))
  return {
    current,
    ids: [current],
    derive: (id, purpose, county, bytes) => known.get(placeOf(id, purpose, county, bytes)) ?? refuse(id),
    // Asked when something is opened, to tell whether its key is there.
    fingerprint: (id) => (ids.has(id) ? id : refuse(id)),
  }
}
