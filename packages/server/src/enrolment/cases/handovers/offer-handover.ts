import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { HandoverBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CaseActing, linesFor } from '../acting.ts'
import { unitById, unitsOfCounty } from '../open/case-units.ts'
import { addEvent } from '../store/add-event.ts'
import { type CaseKey, getHoldings, lockHolders, type StoredHolding } from '../store/holding-row.ts'

interface Receiver {
  readonly county: string
  readonly path: OrgPath
  readonly name: string
  /** Of a school or township of the same county. */
  readonly unit: string | null
}

/**
 * Offers a child to another school of the county, to another township of it where no school has the child, or to another
 * county, which accepts or refuses; until then everything stays as it is. Errors: `enrolment.case_not_found`, `enrolment.case_left`, `enrolment.case_closed`,
 * `enrolment.not_holder`, `enrolment.handover_open`, `enrolment.handover_same`, `enrolment.handover_by_school`,
 * `enrolment.unit_not_found`.
 */
export async function offerHandover(acting: CaseActing, key: CaseKey, body: HandoverBody): Promise<string> {
  const { ctx } = acting
  const holders = await lockHolders(ctx, key)
  const reached = await getHoldings(ctx, key)
  const [row] = reached
  if (row.until_on !== null) throw new AppError('enrolment.case_left', { day: row.until_on })
  if (row.closed_on !== null) throw new AppError('enrolment.case_closed', { day: row.closed_on })
  const lines = linesFor(acting, reached)
  const own = offering(reached, lines.includes('学校'), lines.includes('县'))
  if (own === undefined) throw new AppError('enrolment.not_holder')
  const receiver = await receiverOf(ctx, key.county, row, body)
  await assertNoneOpen(ctx, key)
  const id = await keepOffer(ctx, own, receiver, body.reason)
  await addEvent(ctx, holders, {
    type: 'note',
    on_day: dayOf(ctx.now),
    says: `提请转往${receiver.name}：${body.reason.trim()}`,
    state: row.state,
    unit_name: own.unit_name,
    line: own.line,
  })
  ctx.audit({
    action: 'enrolment.offer_handover',
    subject: `${row.township_name}${maskName(row.child_name)}`,
    reason: body.reason,
    detail: { case: key.case, to: receiver.name },
  })
  return id
}

function offering(reached: readonly StoredHolding[], asSchool: boolean, asCounty: boolean): StoredHolding | undefined {
  const of = (line: StoredHolding['line']) => reached.find((one) => one.line === line && one.until_on === null)
  if (asSchool) return of('学校') ?? of('乡镇')
  return asCounty ? of('县') : undefined
}

async function receiverOf(ctx: Ctx, county: string, row: StoredHolding, body: HandoverBody): Promise<Receiver> {
  if (body.county !== undefined && body.county !== county) {
    const units = await unitsOfCounty(ctx, body.county)
    if (units.length === 0) throw new AppError('enrolment.unit_not_found', { unit: body.county })
    const path = areaPath(body.county)
    const name = units.find(({ org_path: one }) => one === path)?.name ?? body.county
    return { county: body.county, path, name, unit: null }
  }
  const units = await unitsOfCounty(ctx, county)
  if (body.township !== undefined) {
    if (row.school_id !== null) throw new AppError('enrolment.handover_by_school', { school: row.school_name })
    const { path, name, id } = unitById(units, body.township, 'township')
    if (id === row.township_id) throw new AppError('enrolment.handover_same', { unit: name })
    return { county, path, name, unit: id }
  }
  const school = unitById(units, body.school ?? '', 'school')
  if (school.id === row.school_id) throw new AppError('enrolment.handover_same', { unit: school.name })
  return { county, path: school.path, name: school.name, unit: school.id }
}

async function assertNoneOpen(ctx: Ctx, { county, case: id }: CaseKey): Promise<void> {
  const open = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<{ to_name: string }>(
      `select to_name from enrolment_handovers where county_code = $1 and case_id = $2 and state = 'offered'`,
      [county, id],
    ),
  )
  if (open[0] !== undefined) throw new AppError('enrolment.handover_open', { unit: open[0].to_name })
}

async function keepOffer(ctx: Ctx, own: StoredHolding, to: Receiver, reason: string): Promise<string> {
  const id = randomUUID()
  const shared = {
    handover_id: id,
    case_id: own.case_id,
    child_name: own.child_name,
    grade: own.grade,
    from_county: own.county_code,
    from_name: own.school_name || own.unit_name,
    to_county: to.county,
    to_name: to.name,
    to_unit: to.unit,
    reason: reason.trim(),
    state: 'offered',
    offered_by: ctx.actor.name,
    offered_at: ctx.now,
  }
  await reaching(ctx, [areaPath(own.county_code), areaPath(to.county)], () =>
    ctx.db.kysely
      .insertInto('enrolment_handovers')
      .values([
        { ...shared, county_code: own.county_code, side: 'from', org_path: own.org_path },
        { ...shared, county_code: to.county, side: 'to', org_path: to.path },
      ])
      .execute(),
  )
  return id
}
