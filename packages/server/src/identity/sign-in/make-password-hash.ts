import { checkPassword, passwordDemands, type SecuritySettings } from '@eduduty/core/identity'
import { pinyin } from 'pinyin-pro'
import { describePaths } from '../../organizations/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Account } from './find-account.ts'
import type { SignInHouse } from './house.ts'

/** The hash of a new password that satisfies the rules. Errors: `identity.password_refused` with everything it lacks. */
export async function makePasswordHash(
  house: SignInHouse,
  account: Account,
  { password, settings }: { readonly password: string; readonly settings: SecuritySettings },
): Promise<string> {
  const owner = { ...account, places: await placesOf(house, account) }
  const faults = checkPassword(password, owner, settings.password_profile)
  if (faults.length > 0) throw new AppError('identity.password_refused', { reason: faults.join('；') })
  const { former } = passwordDemands[settings.password_profile]
  const earlier = formerHashes(account).slice(0, Math.max(1, former))
  for (const hash of earlier) {
    const same = await house.hasher.matches(password, hash, settings.hash_profile)
    if (same)
      throw new AppError('identity.password_refused', { reason: former > 1 ? `最近 ${former} 次用过` : '与现在的相同' })
  }
  return house.hasher.hash(password, settings.hash_profile)
}

/** What the account's unit and everything above it is called, in pinyin: what outsiders guess first. */
async function placesOf({ door }: SignInHouse, { path }: Account): Promise<readonly (readonly string[])[]> {
  const names = (await describePaths(door, [path])).get(path) ?? []
  return names.map((name) =>
    pinyin(name, { toneType: 'none', type: 'array' }).map((syllable) => syllable.toLowerCase()),
  )
}

/** The password in use and those before it, the newest first. */
export function formerHashes({ passwordHash, passwordHistory }: Account): readonly string[] {
  return [...(passwordHash === undefined ? [] : [passwordHash]), ...passwordHistory]
}
