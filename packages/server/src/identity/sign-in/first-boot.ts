import { timingSafeEqual } from 'node:crypto'
import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { hashSecretCode, makeSecretCode } from '../people/secret-code.ts'

const hours = 24

/** An installation that has nobody yet: who knows the secret that was printed at its start may set it up, once. */
export interface FirstBoot {
  /** To be printed, and nowhere kept. */
  readonly secret: string
  readonly hours: number
}

/** What is kept of the secret, in memory. */
export interface SetUpGate {
  isOpenTo(secret: string): boolean
}

export interface FirstBootParts {
  readonly door: Door
  readonly clock: () => Date
}

/** Makes the one-time secret when there is no account; undefined when there is one. */
export async function openFirstBoot({ door, clock }: FirstBootParts): Promise<(FirstBoot & SetUpGate) | undefined> {
  const someone = await door.read(systemCaller('首次设置', { scopes: [] }), ({ db }) =>
    db.kysely.selectFrom('identity_login_names').select('login_name').limit(1).executeTakeFirst(),
  )
  if (someone !== undefined) return undefined
  const secret = makeSecretCode()
  const kept = Buffer.from(hashSecretCode(secret))
  const until = clock().getTime() + hours * 3_600_000
  const isOpenTo = (given: string): boolean =>
    clock().getTime() < until && timingSafeEqual(Buffer.from(hashSecretCode(given)), kept)
  return { secret, hours, isOpenTo }
}
