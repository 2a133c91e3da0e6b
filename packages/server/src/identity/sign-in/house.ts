import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { createPace, type Pace } from './pace.ts'
import { createPasswordHasher, type PasswordHasher } from './password-hasher.ts'
import { createSecondSteps, type SecondSteps } from './second-steps.ts'
import { createUnknownNames, type UnknownNames } from './unknown-names.ts'

/** What signing in needs besides the database; made once for an application. */
export interface SignInHouse {
  readonly door: Door
  readonly keyring: Keyring
  readonly clock: () => Date
  readonly hasher: PasswordHasher
  readonly unknownNames: UnknownNames
  readonly secondSteps: SecondSteps
  /** Tries from one address, and from everywhere together, by browsers that the account does not know. */
  readonly addresses: Pace
  readonly everywhere: Pace
}

export interface HouseParts {
  readonly door: Door
  readonly keyring: Keyring
  readonly clock: () => Date
  readonly hasher?: PasswordHasher
}

export function createHouse({ door, keyring, clock, hasher = createPasswordHasher() }: HouseParts): SignInHouse {
  return {
    door,
    keyring,
    clock,
    hasher,
    unknownNames: createUnknownNames(),
    secondSteps: createSecondSteps(),
    addresses: createPace(clock, { burst: 20, secondsForOne: 15, keys: 20_000 }),
    everywhere: createPace(clock, { burst: 300, secondsForOne: 2, keys: 1 }),
  }
}
