import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import type { MechanismRecord } from '@eduduty/core/duties'
import { treeAsOf } from '../../../organizations/index.ts'
import type { Acting } from '../../acting.ts'
import { readDecisions } from '../meetings/list-meetings.ts'
import { listPromises, listProposals } from '../records/list-promises.ts'

interface Row {
  readonly org_path: string
  readonly id: string
  readonly kind: string
  readonly on: string
  readonly title: string
}

/** Everything of a year that can be counted, by the path of the unit whose record it is; what is struck out is left out. */
export async function readRecords(
  acting: Acting,
  county: string,
  year: number,
): Promise<ReadonlyMap<string, readonly MechanismRecord[]>> {
  const all = [
    ...(await meetingRecords(acting, county, year)),
    ...(await promiseRecords(acting, county, year)),
    ...(await visitRecords(acting, county, year)),
    ...(await pledgeRecords(acting, county, year)),
  ]
  const byPath = groupBy(all, ([path]) => path)
  return new Map([...byPath].map(([path, own]) => [path, own.map(([, record]) => record)]))
}

type Owned = readonly [path: string, record: MechanismRecord]

const within = (year: number): readonly [string, string] => [`${year}-01-01`, `${year}-12-31`]

async function meetingRecords(acting: Acting, county: string, year: number): Promise<Owned[]> {
  const rows = await acting.ctx.db.run<Row>(
    `select org_path, meeting_id as id, kind, held_on as on, title from duties_meetings
     where county_code = $1 and struck = '' and held_on between $2 and $3`,
    [county, ...within(year)],
  )
  const decisions = await readDecisions(
    acting,
    county,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ org_path: path, ...row }): Owned[] => [
    [path, { of: '会议', ...row, done: true }],
    ...(decisions.get(row.id) ?? []).map(({ decision, text, outcome }): Owned => {
      const { kind, on } = row
      return [path, { of: '决定', id: decision, kind, on, title: text, done: outcome === 'done' }]
    }),
  ])
}

async function promiseRecords(acting: Acting, county: string, year: number): Promise<Owned[]> {
  const promises = (await listPromises(acting, county, year)).filter(({ struck }) => struck === '')
  const proposals = (await listProposals(acting, county, year)).filter(({ struck }) => struck === '')
  // A unit that is closed since keeps its records.
  const tree = await treeAsOf(acting.ctx.db, county, dayOf(acting.ctx.now))
  const paths = new Map(tree.map((unit) => [unit.unit_id, unit.org_path]))
  return [
    ...promises.map(({ promise: id, unit, kind, title, made_on: on, outcome }): Owned => {
      return [paths.get(unit) ?? '', { of: '重点工作和承诺', id, kind, on, title, done: outcome === 'done' }]
    }),
    ...proposals.map(({ proposal: id, unit, kind, title, received_on: on, state }): Owned => {
      return [paths.get(unit) ?? '', { of: '人大政协', id, kind, on, title, done: state === 'answered' }]
    }),
  ]
}

async function visitRecords({ ctx }: Acting, county: string, year: number): Promise<Owned[]> {
  const rows = await ctx.db.run<Row>(
    `select c.org_path, c.contact_id || ' ' || v.visit_no as id, v.kind, v.on_day as on,
       c.name || '：' || c.school_name || case when v.topic = '' then '' else '，' || v.topic end as title
     from duties_visits v
     join duties_contacts c on c.county_code = v.county_code and c.contact_id = v.contact_id
     where v.county_code = $1 and c.struck = '' and v.on_day between $2 and $3`,
    [county, ...within(year)],
  )
  return rows.map(({ org_path: path, ...row }) => [path, { of: '联系学校', ...row, done: row.on <= dayOf(ctx.now) }])
}

/** A signed pledge belongs to whoever had it signed. */
async function pledgeRecords({ ctx }: Acting, county: string, year: number): Promise<Owned[]> {
  const rows = await ctx.db.run<Row>(
    `select issuer_path as org_path, pledge_id as id, level as kind, signed_on as on, party_name as title
     from duties_pledges where county_code = $1 and state = 'signed' and signed_on between $2 and $3`,
    [county, ...within(year)],
  )
  return rows.map(({ org_path: path, ...row }) => [path, { of: '责任书', ...row, done: true }])
}
