import { type PasswordDemands, passwordDemands } from '../passwords/password-profile.ts'
import { type RoleId, roles } from '../roles.ts'
import type { SecuritySettings } from './security-settings.ts'

const day = 24 * 3_600_000

export interface AccountState {
  readonly passwordSetAt: Date | undefined
  readonly hasTotp: boolean
  readonly roles: readonly RoleId[]
}

/** What somebody must do before anything else; undefined when nothing. */
export function findFirstDuty(
  account: AccountState,
  settings: SecuritySettings,
  now: Date,
): 'set_password' | 'set_totp' | undefined {
  if (isPasswordTooOld(account.passwordSetAt, settings, now)) return 'set_password'
  const administers = account.roles.some((role) => roles[role].duty !== 'business')
  return settings.second_step_for_administrators && administers && !account.hasTotp ? 'set_totp' : undefined
}

function isPasswordTooOld(setAt: Date | undefined, settings: SecuritySettings, now: Date): boolean {
  const { days }: PasswordDemands = passwordDemands[settings.password_profile]
  if (days === undefined) return false
  return setAt === undefined || now.getTime() - setAt.getTime() >= days * day
}
