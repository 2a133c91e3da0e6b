import type { OpenRequest } from '@eduduty/core/archive'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'

/** Requests that nobody of the caller's own units has looked at yet. */
export function openRequests({ db }: Ctx, grants: readonly GrantInForce[]): Promise<OpenRequest[]> {
  return db.run<OpenRequest>(
    `select request_id as request, county_code as county, unit_name, message, due_on, requested_by, requested_at
     from archive_requests where seen_at is null and org_path = any($1::text[]) order by requested_at desc limit 20`,
    [ownPaths(grants)],
  )
}

/** Where somebody's posts stand, or what they are for: a school's post may be kept by its township. */
const ownPaths = (grants: readonly GrantInForce[]): readonly string[] => [
  ...new Set([...scopesFor(grants, 'archive.provide'), ...grants.map(({ unit }) => unit)]),
]

/** Whoever provides for the unit has seen its requests. Gives how many were new. Errors: `request.not_found`. */
export async function seeRequests({ ctx, grants }: Acting, ids: readonly string[]): Promise<number> {
  const [known] = await ctx.db.run<{ requests: number }>(
    'select count(*) as requests from archive_requests where request_id = any($1::text[]) and org_path = any($2::text[])',
    [ids, ownPaths(grants)],
  )
  if (known?.requests !== new Set(ids).size) throw new AppError('request.not_found')
  const seen = await ctx.db.run(
    `update archive_requests set seen_at = $2 where request_id = any($1::text[]) and seen_at is null returning request_id`,
    [ids, ctx.now],
  )
  return seen.length
}
