import { dayOf } from '@eduduty/core/calendar'
import { missingNeeds, type PlaceBody, reviewDay } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CaseUnit, unitById, unitsOfCounty } from '../../cases/open/case-units.ts'
import { holdLimits } from '../../limits/read-decided.ts'
import { type CareActing, type Working, workOn } from '../acting.ts'
import { type CarePack, getCarePack } from '../care-pack.ts'
import { visitRule } from '../intervals/visit-rule.ts'
import { type ChildKey, type ChildState, type StoredChild, setState } from '../store/child-row.ts'
import { addRecord, copyRecords } from '../store/records.ts'
import { startVisitTime } from '../store/visit-clock.ts'
import { assertPast } from './assert-past.ts'

/**
 * Places a child: kind, school, from when, who decided and why. A school that did not hold the child gets a copy with its
 * history; the former school's copy stays as it was. Errors: those of working on a child, `enrolment.care_kind_unknown`,
 * `enrolment.care_need_missing`, `enrolment.unit_not_found`, `enrolment.care_day_before`, `enrolment.day_future`.
 */
export async function placeChild(acting: CareActing, key: ChildKey, body: PlaceBody): Promise<void> {
  await holdLimits(acting.ctx.db, key.county)
  const working = await workOn(acting, key)
  const { ctx, own } = working
  const pack = await getCarePack(ctx, key.county)
  const kind = pack.placements.find(({ id }) => id === body.kind)
  if (kind === undefined) throw new AppError('enrolment.care_kind_unknown')
  assertPast(ctx, '安置起始日期', body.on)
  const [first] = working.copies
  if (first.placed_on !== null && body.on < first.placed_on)
    throw new AppError('enrolment.care_day_before', { day: first.placed_on })
  const school =
    body.school === undefined ? undefined : unitById(await unitsOfCounty(ctx, key.county), body.school, 'school')
  const { class: className, opinion, reasons } = body
  const review = body.review_on ?? reviewDay(kind, body.on) ?? null
  const told = { school: school?.id, class: className, opinion, reasons, reviewOn: review ?? undefined }
  const missing = missingNeeds(kind, told)
  if (missing.length > 0)
    throw new AppError('enrolment.care_need_missing', { kind: kind.title, missing: missing.join('、') })
  if (review !== null && review <= body.on) throw new AppError('enrolment.care_day_before', { day: body.on })
  const isAtHome = kind.at_home === true
  await writePlacement(working, {
    deed: 'placed',
    kind: kind.id,
    title: kind.title,
    is_at_home: isAtHome,
    on_day: body.on,
    class: className,
    school_id: school?.id ?? null,
    school_name: school?.name ?? '',
    decided_by: body.decider,
    opinion,
    reasons,
    review_on: review,
    pack: pack.pack,
    version: pack.version,
  })
  const time = school === undefined ? {} : await giveTo(working, school, pack)
  await setState(ctx, key, {
    placement: kind.id,
    placement_title: kind.title,
    is_at_home: isAtHome,
    placed_on: body.on,
    review_on: review,
    ...(school === undefined ? {} : { school_id: school.id, school_name: school.name }),
    ...time,
  })
  ctx.audit({
    action: 'enrolment.place_child',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, kind: kind.id },
  })
}

type NewPlacement = Readonly<{
  deed: 'placed' | 'reviewed' | 'ended'
  kind: string
  title: string
  is_at_home: boolean
  on_day: string
  class: string
  school_id: string | null
  school_name: string
  decided_by: string
  opinion: string
  reasons: string
  review_on: string | null
}> &
  Pick<CarePack, 'pack' | 'version'>

/** Writes one line of a child's placements into all copies. */
export async function writePlacement({ ctx, copies, own }: Working, placement: NewPlacement): Promise<void> {
  await addRecord(ctx, 'enrolment_placements', { copies, unit: own.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_placements')
      .values(heads.map((head) => ({ ...head, ...placement })))
      .execute(),
  )
}

/** Another school holds the child from today on, and makes the visits that are due. */
async function giveTo({ ctx, key, copies, all }: Working, school: CaseUnit, pack: CarePack): Promise<ChildState> {
  const former = copies.find(({ line }) => line === '学校')
  if (former?.org_path === school.path) return {}
  const today = dayOf(ctx.now)
  const [lead] = copies
  const no = Math.max(...all.map((one) => one.holding_no)) + 1
  await reaching(ctx, [areaPath(key.county)], async () => {
    if (former !== undefined)
      await ctx.db.kysely
        .updateTable('enrolment_care_children')
        .set({ until_on: today })
        .where('county_code', '=', key.county)
        .where('child_id', '=', key.child)
        .where('holding_no', '=', former.holding_no)
        .execute()
    const copy: StoredChild = {
      ...lead,
      holding_no: no,
      org_path: school.path,
      unit_id: school.id,
      unit_name: school.name,
      line: '学校',
      from_on: today,
      until_on: null,
      is_lead: false,
    }
    await ctx.db.kysely
      .insertInto('enrolment_care_children')
      .values({ ...copy, groups: [...copy.groups] })
      .execute()
    await copyRecords(ctx, lead, copy)
  })
  const rule = await visitRule(ctx.db, key.county, pack, lead.care)
  const { visit_due_on: due } = lead
  if (rule === undefined || due === null) return {}
  const next = { rule, path: school.path, startedOn: today, dueOn: due, reason: '转校' }
  return startVisitTime(ctx, key, lead, next)
}
