import { dayOf } from '@eduduty/core/calendar'
import type { BodyView, ContactView, MechanismList } from '@eduduty/core/duties'
import { type Acting, issuesFor } from '../../acting.ts'
import { assertCountyKnown } from '../../plans/plan-row.ts'
import { listRecordUnits } from '../record-owner.ts'
import { readRecordChanges } from './correct-record.ts'
import { listPromises, listProposals } from './list-promises.ts'

/** All records of a year within reach but meetings; bodies as far as they stood in it. Errors: `duties.county_not_found`. */
export async function listMechanisms(acting: Acting, county: string, year: number): Promise<MechanismList> {
  assertCountyKnown(acting.ctx, county)
  return {
    year,
    today: dayOf(acting.ctx.now),
    bodies: await listBodies(acting, county, year),
    promises: await listPromises(acting, county, year),
    proposals: await listProposals(acting, county, year),
    contacts: await listContacts(acting, county, year),
    units: await listRecordUnits(acting, county),
  }
}

interface BodyRow extends Omit<BodyView, 'may_record' | 'members' | 'dissolved_on' | 'changes'> {
  readonly org_path: string
  readonly dissolved_on: string | null
}

interface MemberRow extends Omit<BodyView['members'][number], 'until'> {
  readonly body: string
  readonly until: string | null
}

async function listBodies(acting: Acting, county: string, year: number): Promise<BodyView[]> {
  const { ctx } = acting
  const rows = await ctx.db.run<BodyRow>(
    `select body_id as body, org_path, unit_id as unit, unit_name, kind, title, document, office, founded_on, dissolved_on,
       struck, made_by
     from duties_bodies where county_code = $1 and founded_on <= $3 and (dissolved_on is null or dissolved_on >= $2)
     order by org_path, founded_on, body_id`,
    [county, `${year}-01-01`, `${year}-12-31`],
  )
  const members = await ctx.db.run<MemberRow>(
    `select body_id as body, member_no as no, name, post, role, since, until from duties_members
     where county_code = $1 and body_id = any($2::text[]) order by body_id, until is not null, member_no`,
    [county, rows.map(({ body }) => body)],
  )
  const changes = await readRecordChanges(acting, county, 'body')
  return rows.map(({ org_path: path, dissolved_on: dissolved, ...row }) => ({
    ...row,
    changes: [...(changes.get(row.body) ?? [])],
    ...(dissolved !== null && { dissolved_on: dissolved }),
    may_record: row.struck === '' && issuesFor(acting, path),
    members: members
      .filter(({ body }) => body === row.body)
      .map(({ body: _, until, ...one }) => ({ ...one, ...(until !== null && { until }) })),
  }))
}

interface ContactRow extends Omit<ContactView, 'may_record' | 'visits' | 'changes'> {
  readonly org_path: string
}

async function listContacts(acting: Acting, county: string, year: number): Promise<ContactView[]> {
  const { ctx } = acting
  const span = [`${year}-01-01`, `${year}-12-31`]
  const rows = await ctx.db.run<ContactRow>(
    `select contact_id as contact, org_path, unit_id as unit, unit_name, name, post, school_id as school, school_name,
       since, struck, made_by
     from duties_contacts where county_code = $1 and since <= $3 and (until is null or until > $2)
     order by org_path, contact_id`,
    [county, ...span],
  )
  const visits = await ctx.db.run<ContactView['visits'][number] & { contact: string }>(
    `select contact_id as contact, visit_no as no, kind, on_day as on, topic from duties_visits
     where county_code = $1 and on_day between $2 and $3 order by on_day, visit_no`,
    [county, ...span],
  )
  const changes = await readRecordChanges(acting, county, 'contact')
  return rows.map(({ org_path: path, ...row }) => ({
    ...row,
    changes: [...(changes.get(row.contact) ?? [])],
    may_record: row.struck === '' && issuesFor(acting, path),
    visits: visits.filter(({ contact }) => contact === row.contact).map(({ contact: _, ...one }) => one),
  }))
}
