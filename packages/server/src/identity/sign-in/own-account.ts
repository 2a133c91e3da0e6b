import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import { type Account, findAccountOf } from './find-account.ts'
import type { SignInHouse } from './house.ts'

/** Whoever is signed in, at their own affairs. */
export interface Own {
  /** Reaches the rows of the person's own unit; each statement names the person besides. */
  readonly caller: Caller
  readonly account: Account
  /** Hash of the session in use. */
  readonly session: string
}

export async function getOwn(house: SignInHouse, request: FastifyRequest): Promise<Own> {
  const { actor, session } = getSignedIn(request)
  const caller = { ...callerOf(request), scopes: [actor.path] }
  const key = { county: actor.county, personId: actor.id }
  const account = await findAccountOf(house.door, key, caller.origin)
  if (account === undefined) throw new AppError('access.signed_out')
  return { caller, account, session }
}
