import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { originOf } from '../../platform/http/access.ts'
import { markDevice, readDevice } from './device.ts'
import type { Entered, Visitor } from './entrance.ts'
import type { SignInHouse } from './house.ts'
import { findSessionToken, giveSessionToken } from './session-token.ts'

export function visitorOf(request: FastifyRequest): Visitor {
  const browser = (request.headers['user-agent'] ?? '').slice(0, 300)
  return { device: readDevice(request), origin: originOf(request), browser, former: findSessionToken(request) }
}

/** Hands the browser its session, and the mark by which it is known next time. */
export function welcome(request: FastifyRequest, reply: FastifyReply, house: SignInHouse, entered: Entered): void {
  giveSessionToken(request, reply, entered.token)
  markDevice(request, reply, { keyring: house.keyring, account: entered.account })
}

const refusalStep = 250

/**
 * Refusals leave only at full quarters of a second after the request came, so that small differences in the work done
 * for a name that exists and one that does not cannot be measured.
 */
export async function refuseEvenly<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    return await work()
  } catch (error) {
    await wait(refusalStep - ((performance.now() - started) % refusalStep))
    throw error
  }
}
