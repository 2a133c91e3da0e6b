import type { Keyring } from '../../platform/keys/keyring.ts'
import { open, type SealedPlace, seal } from '../../platform/keys/seal.ts'
import type { Account } from './find-account.ts'

const minutes = 15

/** A seed on its way to the app and back, sealed for the account: until a code proves that it arrived, nothing is kept. */
export function makeTotpDraft(keyring: Keyring, account: Account, seed: string, now: Date): string {
  return seal(keyring, placeOf(account), `${now.getTime() + minutes * 60_000} ${seed}`)
}

/** The seed of a draft; undefined when it is too old or not for this account. */
export function openTotpDraft(keyring: Keyring, account: Account, draft: string, now: Date): string | undefined {
  try {
    const [until, seed] = open(keyring, placeOf(account), draft).split(' ')
    return Number(until) > now.getTime() ? seed : undefined
  } catch {
    return undefined
  }
}

function placeOf({ county, personId }: Account): SealedPlace {
  return { table: 'identity_accounts', column: 'totp_draft', county, row: personId }
}
