import { type GrantInForce, scopesFor, type Verb } from '@eduduty/core/identity'
import { isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import type { Actor, Caller } from '../ctx.ts'
import type { Door } from '../door.ts'
import { callerOf, getSignedIn } from './access.ts'

/** Somebody's own affairs over all that their posts allow, gathered from several slices: each is asked with its own verb. */
export interface OwnAffairs {
  readonly actor: Actor
  readonly grants: readonly GrantInForce[]
  readonly door: Door
  /** Undefined where no post has the verb, which the route must declare. */
  as(verb: Verb): Caller | undefined
  /** Units of the posts, none within another: what is addressed to them. */
  readonly units: readonly OrgPath[]
  /** With the rows of these units, and what lies below, in reach; only for what is filtered by `units` again. */
  readonly atUnits: Caller
}

export function ownAffairs(request: FastifyRequest, door: Door): OwnAffairs {
  const { actor, grants: held, mustFirst } = getSignedIn(request)
  return affairsOf(request, door, { actor, grants: mustFirst === undefined ? held : [] })
}

/** The affairs that somebody has by certain grants: of their own, or of a colleague for whom they act. */
export function affairsOf(
  request: FastifyRequest,
  door: Door,
  { actor, grants }: Pick<OwnAffairs, 'actor' | 'grants'>,
): OwnAffairs {
  const own = { ...callerOf(request), actor }
  const { access } = request.routeOptions.config
  const gathers = access !== undefined && 'own' in access ? (access.gathers ?? []) : []
  const units = [...new Set(grants.map(({ unit }) => unit))]
  const outer = units.filter((unit) => !units.some((other) => other !== unit && isWithin(unit, other)))
  return {
    actor,
    grants,
    door,
    units,
    as(verb) {
      if (!gathers.includes(verb)) throw new Error(`the route does not declare that it gathers with ${verb}`)
      const scopes = scopesFor(grants, verb)
      return scopes.length === 0 ? undefined : { ...own, verb, scopes }
    },
    atUnits: { ...own, scopes: outer },
  }
}
