import { startOfDay } from '@eduduty/core/calendar'
import { type InboxItem, inboxMost } from '@eduduty/core/desk'
import { stateTitle } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import { type Caller, systemCaller } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import type { Door } from '../../../platform/door.ts'
import { getDefinition } from '../definitions/keep-definition.ts'
import { whoWorks } from '../views/who-works.ts'
import { plain, titleOf } from './plain-item.ts'

interface ElsewhereRow {
  readonly county_code: string
  readonly case_id: string
  readonly child_name: string
  readonly township_name: string
  readonly school_name: string
  readonly owner_line: CaseLine
  readonly owner_name: string
  readonly state: string
  readonly state_since: string
  readonly content_hash: string
  readonly due_on: string | null
  readonly is_paused: boolean
}

interface Elsewhere {
  readonly row: ElsewhereRow
  readonly state: string
}

/** Cases that one's units hold while it is the turn of the other line: for whom each waits, since when, and whom to ask there. */
export async function findElsewhereItems(door: Door, caller: Caller, units: readonly OrgPath[]): Promise<InboxItem[]> {
  if (units.length === 0) return []
  const found = await door.read(caller, async ({ db }) => {
    const rows = await findElsewhere(db, units)
    const cases: Elsewhere[] = []
    for (const row of rows) {
      const { casework } = await getDefinition(db, row.county_code, row.content_hash)
      cases.push({ row, state: stateTitle(casework, row.state) })
    }
    return cases
  })
  const people = await askedIn(door, found)
  return found.map(({ row, state }) => ({
    ...plain,
    key: `case-elsewhere:${row.case_id}`,
    county: row.county_code,
    id: row.case_id,
    deed: '等对方办理',
    title: titleOf(row),
    unit_name: row.owner_name,
    says: sentenceOf(row, state, people.get(row.case_id) ?? []),
    at: startOfDay(row.state_since),
    ...(row.due_on !== null && !row.is_paused && { due_on: row.due_on }),
  }))
}

function sentenceOf({ owner_name: unit, state_since: since }: ElsewhereRow, state: string, people: readonly string[]) {
  return `等${people.length === 0 ? unit : people.join('、')}：${state}，${since}起`
}

function findElsewhere(db: Queries, units: readonly OrgPath[]): Promise<ElsewhereRow[]> {
  return db.run<ElsewhereRow>(
    `select h.county_code, h.case_id, h.child_name, h.township_name, h.school_name, h.owner_line, h.owner_name, h.state,
       h.state_since::text as state_since, h.content_hash, h.due_on::text as due_on, h.is_paused
     from enrolment_holdings h
     where h.until_on is null and h.closed_on is null and h.line <> h.owner_line and h.org_path = any($1::text[])
     order by h.due_on nulls last, h.state_since, h.case_id limit ${inboxMost}`,
    [units],
  )
}

/** Whom to ask, by case. The other line lies out of one's reach, so the system looks: by unit, once. */
async function askedIn(door: Door, found: readonly Elsewhere[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = new Map<string, readonly string[]>()
  const cases = found.filter(({ row }) => row.owner_line !== '县').map(({ row }) => row)
  for (const county of new Set(cases.map(({ county_code: code }) => code))) {
    const reach = { scopes: [areaPath(county)], county, path: areaPath(county) }
    await door.read(systemCaller('列出个案在哪个单位办理', reach), async (ctx) => {
      const owners = await ctx.db.run<{ case_id: string; org_path: OrgPath }>(
        `select case_id, org_path from enrolment_holdings
         where county_code = $1 and until_on is null and line = owner_line and case_id = any($2::text[])`,
        [county, cases.flatMap((one) => (one.county_code === county ? [one.case_id] : []))],
      )
      const people = new Map<OrgPath, readonly string[]>()
      for (const { case_id: id, org_path: unit } of owners) {
        const known = people.get(unit) ?? (await whoWorks(ctx, unit))
        people.set(unit, known)
        asked.set(id, known)
      }
    })
  }
  return asked
}
