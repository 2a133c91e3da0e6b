import { type NeedShape, type NeedState, type OpenRequest, stateOfShape } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { shapeColumns } from './need-shape.ts'

interface AskedNeed extends NeedShape {
  readonly request_id: string
  readonly need_id: string
  readonly catalogue_id: string
  readonly file_no: string
  readonly title: string
}

/** Requests that nobody of the caller's own units has looked at yet, and what of each is still to be handed in today. */
export async function openRequests({ db, now }: Ctx, grants: readonly GrantInForce[]): Promise<OpenRequest[]> {
  const requests = await db.run<Omit<OpenRequest, 'left' | 'waiting'>>(
    `select request_id as request, county_code as county, unit_name, message, says, due_on, requested_by, requested_at, needs
     from archive_requests where seen_at is null and org_path = any($1::text[]) order by requested_at desc limit 20`,
    [ownPaths(grants)],
  )
  // A need that was asked for again belongs to the later request.
  const needs = await db.run<AskedNeed>(
    `select r.request_id, n.need_id, n.catalogue_id, n.file_no, n.title, ${shapeColumns('$2')}
     from archive_requests r
     join archive_needs n on n.county_code = r.county_code and n.catalogue_id = r.catalogue_id and n.unit_id = r.unit_id
       and n.requested_at = r.requested_at and n.is_asked
     left join archive_links l on l.county_code = n.county_code and l.need_id = n.need_id
     where r.request_id = any($1::text[]) group by r.request_id, n.county_code, n.need_id order by n.place`,
    [requests.map(({ request }) => request), dayOf(now)],
  )
  const judged = needs.map((need) => ({ need, state: stateOfShape(need) }))
  return requests.map((request) => {
    const own = judged.filter(({ need }) => need.request_id === request.request)
    return {
      ...request,
      left: own.filter(({ state }) => owedStates.has(state)).map(({ need, state }) => presentLeft(need, state)),
      waiting: own.filter(({ state }) => state === 'unread').length,
    }
  })
}

/** What the unit itself has still to do something about. */
const owedStates: ReadonlySet<NeedState> = new Set(['missing', 'weak', 'expired'])

const presentLeft = (
  { need_id: need, catalogue_id: catalogue, file_no, title }: AskedNeed,
  state: NeedState,
): OpenRequest['left'][number] => ({ need, catalogue, file_no, title, state })

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
