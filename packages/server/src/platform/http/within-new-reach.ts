import { scopesFor } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../ctx.ts'
import { AppError } from '../errors/app-error.ts'
import { callerOf } from './access.ts'
import type { Deps } from './app-type.ts'

/**
 * Does something for a request, and once more where it fails by `code` because the unit was put elsewhere in the tree
 * after the person had been recognised: their posts moved along, so the second time reaches it under its new path.
 */
export async function withinNewReach<T>(
  { identify }: Pick<Deps, 'identify'>,
  request: FastifyRequest,
  code: string,
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const caller = callerOf(request)
  try {
    return await work(caller)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== code || caller.verb === 'system') throw error
    const person = await identify(request)
    const scopes = person === undefined ? [] : scopesFor(person.grants, caller.verb)
    if (person === undefined || scopes.length === 0 || isSame(scopes, caller.scopes)) throw error
    return work({ ...caller, actor: person.actor, scopes })
  }
}

const isSame = (scopes: readonly string[], others: readonly string[]): boolean =>
  scopes.toSorted().join(' ') === others.toSorted().join(' ')
