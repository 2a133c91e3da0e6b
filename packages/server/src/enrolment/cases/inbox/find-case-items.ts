import { startOfDay } from '@eduduty/core/calendar'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { stateTitle } from '@eduduty/core/enrolment'
import { scopesFor } from '@eduduty/core/identity'
import { areaPath, countyOf, isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { Caller, Ctx } from '../../../platform/ctx.ts'
import type { OwnAffairs } from '../../../platform/http/own-affairs.ts'
import { whoDecides } from '../../limits/who-decides.ts'
import { getDefinition } from '../definitions/keep-definition.ts'
import { findElsewhereItems } from './find-elsewhere-items.ts'
import { findAnswered, findOffered } from './find-handover-items.ts'
import { plain, titleOf } from './plain-item.ts'

interface CaseItemRow {
  readonly county_code: string
  readonly case_id: string
  readonly child_name: string
  readonly township_name: string
  readonly school_name: string
  readonly owner_name: string
  readonly state: string
  readonly content_hash: string
  readonly due_on: string | null
  readonly is_paused: boolean
  readonly clock_id: string | null
  readonly at: string
}

const columns = `h.county_code, h.case_id, h.child_name, h.township_name, h.school_name, h.owner_name, h.state,
  h.content_hash, h.due_on, h.is_paused, h.clock_id`

/** Cases of the inbox: those that wait for one's unit or for the county, children offered to it and what became of them, what one has done. */
export async function findCaseItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('enrolment.read')
  if (caller === undefined) return []
  if (part === 'waiting') return findWaitingItems(own, caller)
  if (part === 'begun') return findBegunItems(own, caller)
  return own.door.read(caller, async (ctx) => {
    switch (part) {
      case 'copied':
        return findAnswered(ctx, unitsFor(own))
      case 'done':
        return findDone(ctx, own.actor.id)
    }
  })
}

/** Children offered to others, and cases whose turn is the other line's. */
async function findBegunItems(own: OwnAffairs, caller: Caller): Promise<InboxItem[]> {
  const offered = await own.door.read(caller, (ctx) => findOffered(ctx, unitsFor(own), 'from'))
  return [...offered, ...(await findElsewhereItems(own.door, caller, unitsOf(own)))]
}

/** Whom to ask is looked up after the reading, where anybody has to be asked: the embedded engine has one session. */
async function findWaitingItems(own: OwnAffairs, caller: Caller): Promise<InboxItem[]> {
  const { rows, items, offered } = await own.door.read(caller, async (ctx) => {
    const rows = await findWaiting(ctx, own)
    const items = await itemsOf(ctx, rows, { prefix: 'case', deed: '办理' })
    return { rows, items, offered: await findOffered(ctx, unitsFor(own), 'to') }
  })
  const asks = await whomToAsk(own, rows)
  const timed = items.map((item, at) => ({ ...item, says: `${item.says}${timeOf(rows[at], asks)}` }))
  return [...timed, ...offered]
}

type Asks = ReadonlyMap<string, string>

/** Of counties in which time waits for a decision: who decides. Whoever decides themselves finds it as a line of its own. */
async function whomToAsk(own: OwnAffairs, rows: readonly CaseItemRow[]): Promise<Asks> {
  const decided = decidedBy(own)
  const counties = new Set(rows.filter(({ clock_id: clock }) => clock === null).map((row) => row.county_code))
  const asks = new Map<string, string>()
  for (const county of counties)
    if (!decided.includes(areaPath(county))) asks.set(county, (await whoDecides(own.door, county))[0]?.name ?? '')
  return asks
}

/** Units in which somebody works on cases. */
function unitsOf({ grants }: OwnAffairs): readonly OrgPath[] {
  const scopes = scopesFor(grants, 'enrolment.work')
  return [...new Set(grants.map(({ unit }) => unit))].filter((unit) => scopes.some((scope) => isWithin(unit, scope)))
}

/** Counties for which somebody decides; nobody decides for all counties of a city at once. */
const decidedBy = ({ grants, actor }: OwnAffairs): readonly OrgPath[] => {
  const own = areaPath(countyOf(actor.path))
  return scopesFor(grants, 'enrolment.decide').some((scope) => isWithin(own, scope)) ? [own] : []
}

/** Units for which somebody acts: their own, and the county where they decide. */
const unitsFor = (own: OwnAffairs): readonly OrgPath[] => [...unitsOf(own), ...decidedBy(own)]

function findWaiting(ctx: Ctx, own: OwnAffairs): Promise<CaseItemRow[]> {
  return ctx.db.run<CaseItemRow>(
    `select ${columns}, h.state_since as at from enrolment_holdings h
     where h.until_on is null and h.line = h.owner_line and h.org_path = any($1::text[])
     order by h.due_on nulls last, h.case_id limit ${inboxMost}`,
    [unitsFor(own)],
  )
}

async function findDone(ctx: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await ctx.db.run<CaseItemRow>(
    `select * from (select distinct on (h.county_code, h.case_id) ${columns}, e.recorded_at as at
       from enrolment_events e join enrolment_holdings h
         on h.county_code = e.county_code and h.case_id = e.case_id and h.holding_no = e.holding_no
       where e.person_id = $1 order by h.county_code, h.case_id, e.event_no desc) as latest
     order by at desc limit ${inboxMost}`,
    [person],
  )
  return itemsOf(ctx, rows, { prefix: 'case-done', deed: '办过' })
}

interface Line {
  readonly prefix: 'case' | 'case-done'
  readonly deed: string
}

/** How its time stands, in words, where no last day says it. */
function timeOf(row: CaseItemRow | undefined, asks: Asks): string {
  if (row === undefined) return ''
  const { is_paused: isPaused, clock_id: clock, county_code: county } = row
  const person = asks.get(county) ?? ''
  if (clock === null) return person === '' ? '，期限未定' : `，期限未定，请找${person}`
  return isPaused ? '，已中止计时' : ''
}

async function itemsOf(ctx: Ctx, rows: readonly CaseItemRow[], { prefix, deed }: Line): Promise<InboxItem[]> {
  const items: InboxItem[] = []
  for (const row of rows) {
    const { casework } = await getDefinition(ctx.db, row.county_code, row.content_hash)
    const state = stateTitle(casework, row.state)
    const isDone = prefix !== 'case'
    items.push({
      ...plain,
      key: `${prefix}:${row.case_id}`,
      county: row.county_code,
      id: row.case_id,
      deed,
      title: titleOf(row),
      unit_name: row.school_name || row.township_name,
      at: instantOf(row.at),
      says: isDone ? `现在：${state}` : state,
      ...(row.due_on !== null && !isDone && !row.is_paused && { due_on: row.due_on }),
    })
  }
  return items
}

/** A state is entered on a day; lines of the inbox stand in the order of instants. */
const instantOf = (at: string): string => (at.length === 10 ? startOfDay(at) : at)
