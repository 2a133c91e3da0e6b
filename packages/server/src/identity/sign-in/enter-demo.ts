import { systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { readSettings } from '../settings/read-settings.ts'
import { enterSession } from './enter-session.ts'
import type { Entered, Visitor } from './entrance.ts'
import { findAccount, tidyLoginName } from './find-account.ts'
import type { SignInHouse } from './house.ts'

/** Signs in an identity of the demo without a password; every other account is not there. Errors: `request.not_found`. */
export async function enterDemo(house: SignInHouse, loginName: string, visitor: Visitor): Promise<Entered> {
  const caller = systemCaller('演示登录', { scopes: [], origin: visitor.origin })
  const tried = { caller, action: 'identity.sign_in', subject: '演示登录' } as const
  return recordingRefusal(house.door, tried, async () => {
    const account = await findAccount(house.door, tidyLoginName(loginName), visitor.origin)
    if (account === undefined || !account.isDemo || account.status !== 'active') throw new AppError('request.not_found')
    const settings = await house.door.read(caller, ({ db }) => readSettings(db))
    return { account, token: await enterSession(house, account, { settings, visitor, deviceName: '' }) }
  })
}
