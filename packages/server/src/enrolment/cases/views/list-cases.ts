import { dayOf } from '@eduduty/core/calendar'
import { type CaseCounts, type CaseList, type CaseLookup, type CaseSearch, stateTitle } from '@eduduty/core/enrolment'
import { normaliseIdNumber } from '@eduduty/core/identity'
import type { Casework } from '@eduduty/core/packs'
import type { Queries } from '../../../platform/db/database.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { type CaseActing, visits } from '../acting.ts'
import { findCasework } from '../definitions/find-casework.ts'
import { getDefinition } from '../definitions/keep-definition.ts'
import { childIndex } from '../store/child-numbers.ts'
import { holdingColumns, type StoredHolding } from '../store/holding-row.ts'
import { presentRow } from './present-row.ts'

/** Of several copies within reach only one is listed: the leading one where it is within reach. */
const ownCopy = `h.county_code = $1 and h.until_on is null and (h.is_lead or not exists (
  select from enrolment_holdings l where l.county_code = h.county_code and l.case_id = h.case_id and l.is_lead
    and l.until_on is null))`

/** Copies of units that have handed the child over, and hold nothing of it any more. */
const formerCopy = `h.county_code = $1 and h.until_on is not null and not exists (
  select from enrolment_holdings l where l.county_code = h.county_code and l.case_id = h.case_id
    and (l.until_on is null or l.holding_no > h.holding_no))`

const overdue = 'h.closed_on is null and not h.is_paused and h.due_on < $2::date'

const LIMIT = 50

/** The cases of one child by its whole number. That somebody was looked up is recorded, the number is not. Errors: `enrolment.county_not_found`. */
export async function findCasesByNumber(acting: CaseActing, county: string, lookup: CaseLookup): Promise<CaseList> {
  const index = childIndex(acting.keyring, county, normaliseIdNumber(lookup.id_number))
  const found = await listCases(acting, county, {}, index)
  acting.ctx.audit({ action: 'enrolment.find_by_number', subject: '按证件号查个案', detail: { found: found.total } })
  return found
}

/** The cases of a county that somebody reaches, the most urgent first; of one child where its index is given. Errors: `enrolment.county_not_found`. */
export async function listCases(
  acting: Pick<CaseActing, 'ctx' | 'grants'>,
  county: string,
  search: CaseSearch,
  index?: string,
): Promise<CaseList> {
  const { ctx } = acting
  assertKnownCounty(ctx, county)
  const today = dayOf(ctx.now)
  const from = `enrolment_holdings h where ${search.is_former === true ? formerCopy : ownCopy}`
  const { condition, values } = conditionOf(search, index)
  const all = [county, today, ...values]
  const [found] = await ctx.db.run<{ total: number }>(`select count(*) as total from ${from} and ${condition}`, all)
  const rows = await ctx.db.run<StoredHolding>(
    `select ${holdingColumns} from ${from} and ${condition}
     order by h.closed_on is not null, h.due_on nulls last, h.opened_on, h.case_id
     limit ${search.limit ?? LIMIT} offset ${search.offset ?? 0}`,
    all,
  )
  const lookingAt = (row: StoredHolding) => ({ today, mayContact: visits(acting, [row]) })
  const cases = []
  for (const row of rows)
    cases.push(presentRow(row, await getDefinition(ctx.db, county, row.content_hash), lookingAt(row)))
  return { ...(await countCases(ctx.db, county, today)), total: found?.total ?? 0, cases }
}

interface StateCount {
  readonly state: string
  /** Of a case that stands there. */
  readonly hash: string
  readonly cases: number
  readonly closed: number
  readonly overdue: number
  readonly relapsed: number
}

/** What is held now, whichever view is listed. */
async function countCases(db: Queries, county: string, today: string) {
  const states = await db.run<StateCount>(
    `select h.state, min(h.content_hash) as hash, count(*) as cases, count(h.closed_on) as closed,
       count(*) filter (where ${overdue}) as overdue, count(h.earlier_case) as relapsed
     from enrolment_holdings h where ${ownCopy} group by h.state`,
    [county, today],
  )
  const { casework } = await findCasework(db)
  const sum = (of: (one: StateCount) => number): number => states.reduce((total, one) => total + of(one), 0)
  const total = sum(({ cases }) => cases)
  const closed = sum((one) => one.closed)
  const counts: CaseCounts = {
    total,
    open: total - closed,
    closed,
    overdue: sum((one) => one.overdue),
    relapsed: sum(({ relapsed }) => relapsed),
  }
  const known = casework.states.map(({ id, title }) => ({
    state: id,
    title,
    cases: states.find(({ state }) => state === id)?.cases ?? 0,
  }))
  return { counts, states: [...known, ...(await formerStates(db, county, casework, states))] }
}

/** States in which cases stand by a definition of before, and which the one in force does not have. */
async function formerStates(db: Queries, county: string, { states: known }: Casework, states: readonly StateCount[]) {
  const former = []
  for (const { state, hash, cases } of states) {
    if (known.some(({ id }) => id === state)) continue
    const { casework } = await getDefinition(db, county, hash)
    former.push({ state, title: stateTitle(casework, state), cases })
  }
  return former
}

function conditionOf(search: CaseSearch, index: string | undefined) {
  const parts = ['$2::date is not null']
  const values: unknown[] = []
  const add = (part: (place: string) => string, value: unknown): void => {
    values.push(value)
    parts.push(part(`$${values.length + 2}`))
  }
  const { state, owner, unit, text } = search
  if (state !== undefined) add((at) => `h.state = ${at}`, state)
  if (owner !== undefined) add((at) => `h.owner_line = ${at}`, owner)
  if (unit !== undefined) add((at) => `(h.township_id = ${at} or h.school_id = ${at})`, unit)
  const words = text?.trim() ?? ''
  if (words !== '') add((at) => `(strpos(h.child_name, ${at}) > 0 or strpos(h.village, ${at}) > 0)`, words)
  if (index !== undefined) add((at) => `h.id_number_index = ${at}`, index)
  if (search.is_open !== undefined) parts.push(`h.closed_on is ${search.is_open ? '' : 'not'} null`)
  if (search.is_overdue !== undefined) parts.push(`(${overdue}) is ${search.is_overdue ? '' : 'not'} true`)
  if (search.is_relapse !== undefined) parts.push(`h.earlier_case is ${search.is_relapse ? 'not' : ''} null`)
  return { condition: parts.join(' and '), values }
}
