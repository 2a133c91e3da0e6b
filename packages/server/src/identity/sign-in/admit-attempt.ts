import { createHash } from 'node:crypto'
import type { SecuritySettings } from '@eduduty/core/identity'
import { type Caller, type Origin, systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { countAttempt } from './count-attempt.ts'
import { type Device, deviceNameFor } from './device.ts'
import { type Account, countyCaller } from './find-account.ts'
import type { SignInHouse } from './house.ts'

/** A try at an account or at a name that nobody has. */
export interface Attempt {
  readonly loginName: string
  readonly account: Account | undefined
  readonly settings: SecuritySettings
  readonly device: Device
  readonly origin: Origin
}

/** A try that may go on, with what to do when it comes to its end. */
export interface Admitted {
  /** Name that the account's failures are counted under. */
  readonly deviceName: string
  /** It was no guess: it does not count against the address. */
  giveBack(): void
}

/** Counts a try before the password is looked at. Errors: `identity.slowed`, `identity.locked`. */
export async function admitAttempt(house: SignInHouse, attempt: Attempt): Promise<Admitted> {
  const { account, origin } = attempt
  const deviceName = account === undefined ? '' : deviceNameFor(house.keyring, attempt.device, account)
  const wait = deviceName === '' ? takePace(house, origin.address) : 0
  if (wait > 0) throw new AppError('identity.slowed', { retry_after: wait })
  const { lockedMinutes } = await count(house, attempt, deviceName)
  if (lockedMinutes > 0)
    throw new AppError('identity.locked', { minutes: lockedMinutes, retry_after: lockedMinutes * 60 })
  const giveBack = (): void => {
    if (deviceName !== '') return
    house.addresses.giveBack(origin.address)
    house.everywhere.giveBack('')
  }
  return { deviceName, giveBack }
}

/** The caller in whose audit chain a try stands: the account's county, or the installation when nobody has the name. */
export function attemptCaller({ account, origin }: Pick<Attempt, 'account' | 'origin'>): Caller {
  return account === undefined ? systemCaller('登录', { scopes: [], origin }) : countyCaller(account.county, origin)
}

/** What the log calls it. A name that nobody has may be a password typed into the wrong field: only a mark of it is kept. */
export function attemptSubject({ account, loginName }: Pick<Attempt, 'account' | 'loginName'>): string {
  if (account !== undefined) return `${account.name}（${account.loginName}）`
  return `未知登录名 #${createHash('sha256').update(loginName).digest('hex').slice(0, 8)}`
}

async function count(house: SignInHouse, attempt: Attempt, device: string) {
  const { account, settings, loginName } = attempt
  if (account === undefined) return house.unknownNames.count(loginName, settings, house.clock())
  return house.door.write(attemptCaller(attempt), (ctx) => countAttempt(ctx, { account, device, settings }))
}

function takePace({ addresses, everywhere }: SignInHouse, address: string): number {
  const wait = addresses.take(address)
  if (wait > 0) return wait
  const all = everywhere.take('')
  if (all > 0) addresses.giveBack(address)
  return all
}
