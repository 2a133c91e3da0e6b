import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { NewNoticeBody } from '@eduduty/core/desk'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { isWithin } from '@eduduty/core/organizations'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

interface UnitRow {
  readonly unit_id: string
  readonly org_path: string
}

/**
 * Sends a notice to units within reach; each gets a copy of its own. All of them, or none. Gives its id. Errors:
 * `desk.unit_not_found`, `desk.answer_past`, `desk.no_issuer`.
 */
export async function sendNotice(ctx: Ctx, grants: readonly GrantInForce[], input: NewNoticeBody): Promise<string> {
  const { county, answer_by: answerBy } = input
  if (answerBy !== undefined && answerBy < dayOf(ctx.now)) throw new AppError('desk.answer_past')
  const issuer = await issuerOf(ctx, county, grants)
  const units = await getUnits(ctx, county, input.units)
  const notice = {
    county_code: county,
    notice_id: randomUUID(),
    issuer_name: issuer.name,
    title: input.title.trim(),
    body: input.body.trim(),
    answer_by: answerBy ?? null,
    made_by: ctx.actor.name,
    made_at: ctx.now,
  }
  const names = await findUnitNames(
    ctx.db,
    county,
    units.map(({ org_path: path }) => path),
  )
  await ctx.db.kysely
    .insertInto('desk_notices')
    .values({ ...notice, org_path: issuer.path })
    .execute()
  await ctx.db.kysely
    .insertInto('desk_notice_units')
    .values(units.map((unit) => ({ ...notice, ...unit, unit_name: names.get(unit.org_path) ?? unit.unit_id })))
    .execute()
  ctx.audit({ action: 'desk.send_notice', subject: notice.title, detail: { units: units.length } })
  return notice.notice_id
}

/** The unit in whose name it is sent: of the post by which the person may send. */
async function issuerOf(
  ctx: Ctx,
  county: string,
  grants: readonly GrantInForce[],
): Promise<{ path: string; name: string }> {
  const scopes = scopesFor(grants, 'desk.notify')
  const paths = grants.map(({ unit }) => unit).filter((unit) => scopes.some((scope) => isWithin(unit, scope)))
  const names = await findUnitNames(ctx.db, county, paths)
  const path = paths.find((one) => names.has(one))
  if (path === undefined) throw new AppError('desk.no_issuer')
  return { path, name: names.get(path) ?? '' }
}

async function getUnits({ db, now }: Ctx, county: string, ids: readonly string[]): Promise<readonly UnitRow[]> {
  const wanted = [...new Set(ids)]
  const rows = await db.run<UnitRow>(
    `select unit_id, org_path from organizations_units
     where county_code = $1 and unit_id = any($2::text[]) and (closed_on is null or closed_on > $3) order by org_path`,
    [county, wanted, dayOf(now)],
  )
  const missing = wanted.find((id) => !rows.some(({ unit_id: one }) => one === id))
  if (missing !== undefined) throw new AppError('desk.unit_not_found', { unit: missing })
  return rows
}
