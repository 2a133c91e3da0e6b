import type { SecuritySettings, SignIn } from '@eduduty/core/identity'
import { systemCaller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { markRecorded, recordingRefusal, type Tried } from '../../platform/http/record-refusal.ts'
import { readSettings } from '../settings/read-settings.ts'
import { type Admitted, type Attempt, admitAttempt, attemptCaller, attemptSubject } from './admit-attempt.ts'
import { takeAttemptBack } from './count-attempt.ts'
import { enterSession } from './enter-session.ts'
import type { Entered, Visitor } from './entrance.ts'
import { type Account, findAccount, tidyLoginName } from './find-account.ts'
import type { SignInHouse } from './house.ts'
import { isOutdatedHash } from './password-hasher.ts'
import { findTotpStep, openTotpSeed } from './totp.ts'

/**
 * Signs in with a password, and the second step where the account has one. Every try leaves one audit event, with
 * its second step together. Errors:
 * `identity.sign_in_refused`, `identity.totp_needed`, `identity.totp_refused`, `identity.locked`, `identity.slowed`,
 * `request.busy`.
 */
export async function signIn(house: SignInHouse, input: SignIn, visitor: Visitor): Promise<Entered> {
  const loginName = tidyLoginName(input.login_name)
  const account = await findAccount(house.door, loginName, visitor.origin)
  const settings = await house.door.read(systemCaller('登录', { scopes: [] }), ({ db }) => readSettings(db))
  const attempt: Attempt = { loginName, account, settings, device: visitor.device, origin: visitor.origin }
  const tried = {
    caller: attemptCaller(attempt),
    action: 'identity.sign_in',
    subject: attemptSubject(attempt),
  } as const
  const entered = await recordingRefusal(house.door, tried, async () => {
    const admitted = await admitAttempt(house, attempt)
    const entering = await checkPassword(house, attempt, input.password)
    if (entering.totpSealed !== undefined && input.totp === undefined) {
      await askSecondStep(house, attempt, { entering, admitted, tried })
      return undefined
    }
    house.secondSteps.answered(placeOf(attempt))
    const totpStep = checkSecondStep(house, entering, input.totp)
    const renewedHash = await renewHash(house, entering, input.password, settings)
    const token = await enterSession(house, entering, { settings, visitor, ...admitted, totpStep, renewedHash })
    admitted.giveBack()
    return { account: entering, token }
  })
  if (entered !== undefined) return entered
  const needed = new AppError('identity.totp_needed')
  markRecorded(needed)
  throw needed
}

const placeOf = ({ loginName, origin }: Attempt): string => `${loginName} ${origin.address}`

async function checkPassword(house: SignInHouse, attempt: Attempt, password: string): Promise<Account> {
  const { account, settings } = attempt
  const usable = account?.status === 'active' && !account.isDemo
  const stored = usable ? account.passwordHash : undefined
  const right = await house.hasher.matches(password, stored, settings.hash_profile)
  if (!right || account === undefined) throw new AppError('identity.sign_in_refused')
  return account
}

interface AskedFor {
  readonly entering: Account
  readonly admitted: Admitted
  readonly tried: Tried
}

/** The password was right: no failure, and no event yet, unless the code never comes. */
async function askSecondStep(house: SignInHouse, attempt: Attempt, { entering, admitted, tried }: AskedFor) {
  admitted.giveBack()
  await house.door.write(attemptCaller(attempt), (ctx) => takeAttemptBack(ctx, entering, admitted.deviceName))
  const { caller, action } = tried
  const subject = attemptSubject(attempt)
  const reason = '口令正确，没有给出动态口令'
  house.secondSteps.asked(placeOf(attempt), () =>
    house.door.record(caller, { action, subject, result: 'denied', reason }),
  )
}

/** Step of the code that was given; undefined for an account without a second step. */
function checkSecondStep(house: SignInHouse, entering: Account, totp = ''): number | undefined {
  if (entering.totpSealed === undefined) return undefined
  const found = findTotpStep(openTotpSeed(house.keyring, entering, entering.totpSealed), totp, house.clock())
  if (found === undefined) throw new AppError('identity.totp_refused')
  return found
}

/** Made anew when the installation has changed to another way of keeping passwords. */
async function renewHash(
  house: SignInHouse,
  { passwordHash }: Account,
  password: string,
  { hash_profile: profile }: SecuritySettings,
): Promise<string | undefined> {
  if (passwordHash === undefined || !isOutdatedHash(passwordHash, profile)) return undefined
  return house.hasher.hash(password, profile)
}
