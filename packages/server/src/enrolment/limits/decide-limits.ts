import { dayOf } from '@eduduty/core/calendar'
import { sayLength } from '@eduduty/core/clocks'
import { type DecideLimitsBody, type Limit, type LimitsDecided, limitMost } from '@eduduty/core/enrolment'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { startWaitingVisits } from '../care/intervals/start-waiting-visits.ts'
import { markRelapses } from '../cases/open/mark-relapses.ts'
import { startWaitingCases } from '../cases/store/start-waiting-cases.ts'
import { startWaitingPeriodic } from '../counting/periodic/start-waiting-periodic.ts'
import { assertReachesCounty } from '../county-reach.ts'
import { findLimits } from './list-limits.ts'
import { lockDeciding, readDecided } from './read-decided.ts'

/**
 * Decides for a county what no document of the country does. Time that waited for it runs from the day of its event; time
 * that runs already goes on as it was started. Errors: `enrolment.county_not_found`, `enrolment.whole_county`,
 * `enrolment.limit_unknown`, `enrolment.limit_amount`, `enrolment.limit_document_day`.
 */
export async function decideLimits(ctx: Ctx, county: string, body: DecideLimitsBody): Promise<LimitsDecided> {
  assertReachesCounty(ctx, county)
  if (body.dated_on > dayOf(ctx.now)) throw new AppError('enrolment.limit_document_day', { day: body.dated_on })
  await lockDeciding(ctx.db, county)
  const limits = await findLimits(ctx, county)
  const before = await readDecided(ctx.db, county)
  const document = body.document.trim()
  await ctx.db.kysely
    .insertInto('enrolment_limits')
    .values(
      checked(limits, body).map(({ id, amount, unit }) => ({
        county_code: county,
        limit_id: id,
        version: (before.get(id)?.version ?? 0) + 1,
        amount,
        unit,
        document,
        dated_on: body.dated_on,
        person_id: ctx.actor.id,
        person_name: ctx.actor.name,
        decided_at: ctx.now,
      })),
    )
    .execute()
  await markRelapses(ctx, county)
  const cases = await startWaitingCases(ctx, county)
  const reports = await startWaitingPeriodic(ctx, county)
  const children = await startWaitingVisits(ctx, county)
  ctx.audit({
    action: 'enrolment.decide_limits',
    subject: document,
    detail: {
      limits: body.limits.map(({ id, amount, unit }) => `${id}=${amount}${unit}`).join(' '),
      cases,
      reports,
      children,
    },
  })
  return { limits: body.limits.length, cases, reports, children }
}

/** Each once, in a unit that it has, of a size that can be meant. */
function checked(limits: readonly Limit[], { limits: wanted }: DecideLimitsBody): DecideLimitsBody['limits'] {
  for (const [at, { id, amount, unit }] of wanted.entries()) {
    const limit = limits.find((one) => one.id === id)
    if (limit === undefined || wanted.findIndex((one) => one.id === id) !== at)
      throw new AppError('enrolment.limit_unknown', { limit: limit?.title ?? id })
    if (!limit.units.includes(unit) || amount > limitMost[unit])
      throw new AppError('enrolment.limit_amount', {
        limit: limit.title,
        most: limit.units.map((one) => sayLength({ amount: limitMost[one], unit: one })).join('或'),
      })
  }
  return wanted
}
