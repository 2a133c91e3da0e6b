import { dayOf, daysAfter, startOfDay } from '@eduduty/core/calendar'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { maskName, scopesFor } from '@eduduty/core/identity'
import { isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import type { OwnAffairs } from '../../../platform/http/own-affairs.ts'
import { readPackLimit } from '../../pack-limit.ts'

interface CareItemRow {
  readonly county_code: string
  readonly child_id: string
  readonly child_name: string
  readonly unit_name: string
  readonly title: string
  readonly day: string
  readonly what: 'visit' | 'review'
}

/** Visits and reviews of children in care that one's unit has to make, and visits that one has made. */
export async function findCareItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('enrolment.read')
  if (caller === undefined || part === 'copied' || part === 'begun') return []
  return own.door.read(caller, (ctx) => (part === 'waiting' ? findWaiting(ctx, unitsOf(own)) : findDone(ctx, own)))
}

/** Units in which somebody works with children. */
function unitsOf({ grants }: OwnAffairs): readonly OrgPath[] {
  const scopes = scopesFor(grants, 'enrolment.work')
  return [...new Set(grants.map(({ unit }) => unit))].filter((unit) => scopes.some((scope) => isWithin(unit, scope)))
}

/** A school's children are the school's to visit; those without one the township's. */
const visitors = `h.until_on is null and h.closed_on is null and h.org_path = any($1::text[])
  and (h.line = '学校' or h.line = '乡镇' and h.school_id is null)`

async function findWaiting(ctx: Ctx, units: readonly OrgPath[]): Promise<InboxItem[]> {
  // So many days before it is due a visit or a review stands in the inbox.
  const ahead = await readPackLimit(ctx, 'review_ahead')
  const rows = await ctx.db.run<CareItemRow>(
    `select * from (
       select h.county_code, h.child_id, h.child_name, h.unit_name, h.care_title as title, h.visit_due_on as day,
         'visit' as what from enrolment_care_children h where ${visitors} and h.visit_due_on <= $2::date + $3::integer
       union all
       select h.county_code, h.child_id, h.child_name, h.unit_name, h.placement_title, h.review_on, 'review'
         from enrolment_care_children h where ${visitors} and h.review_on <= $2::date + $3::integer) as due
     order by day, child_id limit ${inboxMost}`,
    [units, dayOf(ctx.now), ahead],
  )
  return rows.map((row) => ({
    ...itemOf(row, row.what === 'visit' ? '关爱走访' : '复核安置方案'),
    key: `care-${row.what}:${row.child_id}`,
    due_on: row.day,
    says: row.title,
    // It came to the inbox so many days before it is due, not on the day itself.
    at: startOfDay(daysAfter(row.day, -ahead)),
  }))
}

async function findDone(ctx: Ctx, { actor }: OwnAffairs): Promise<InboxItem[]> {
  const rows = await ctx.db.run<CareItemRow & { at: string }>(
    `select * from (select distinct on (v.county_code, v.child_id) h.county_code, h.child_id, h.child_name, h.unit_name,
         h.care_title as title, v.on_day as day, 'visit' as what, v.recorded_at as at
       from enrolment_care_visits v join enrolment_care_children h
         on h.county_code = v.county_code and h.child_id = v.child_id and h.holding_no = v.holding_no
       where v.person_id = $1 order by v.county_code, v.child_id, v.record_no desc) as latest
     order by at desc limit ${inboxMost}`,
    [actor.id],
  )
  return rows.map((row) => ({
    ...itemOf(row, '已走访'),
    key: `care-done:${row.child_id}`,
    says: row.title,
    at: row.at,
  }))
}

/** Nobody is named in full where a list may be looked over somebody's shoulder. */
function itemOf(row: CareItemRow, deed: string): Omit<InboxItem, 'at'> {
  return {
    subject: 'care',
    may_accept: false,
    may_see: false,
    key: '',
    county: row.county_code,
    id: row.child_id,
    deed,
    title: `关爱与安置（${maskName(row.child_name)}）`,
    unit_name: row.unit_name,
    says: '',
  }
}
