import { type Origin, systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readSettings } from '../settings/read-settings.ts'
import { enterSession } from './enter-session.ts'
import { findAccount, tidyLoginName } from './find-account.ts'
import type { SignInHouse } from './house.ts'
import type { Entered, Visitor } from './sign-in.ts'

/** Signs in an identity of the demo without a password; every other account is not there. Errors: `request.not_found`. */
export async function enterDemo(house: SignInHouse, loginName: string, visitor: Visitor): Promise<Entered> {
  const { origin } = visitor
  const account = await findAccount(house.door, tidyLoginName(loginName), origin)
  if (account === undefined || !account.isDemo || account.status !== 'active') {
    await recordRefusal(house, origin)
    throw new AppError('request.not_found')
  }
  const settings = await house.door.read(systemCaller('登录', { scopes: [] }), ({ db }) => readSettings(db))
  const token = await enterSession(house, account, { settings, visitor, deviceName: '' })
  return { account, token }
}

async function recordRefusal(house: SignInHouse, origin: Origin): Promise<void> {
  await house.door.record(systemCaller('演示登录', { scopes: [], origin }), {
    action: 'identity.sign_in',
    subject: '演示登录',
    result: 'denied',
    reason: '不是演示账号',
  })
}
