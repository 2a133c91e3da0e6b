import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import { type CaseState, type ChildFacts, caseOf } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath, countyOf } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import { reaching } from '../../../platform/db/reaching.ts'
import { holdLimits, inCounty } from '../../limits/read-decided.ts'
import type { CaseActing } from '../acting.ts'
import { type FoundCasework, findCasework } from '../definitions/find-casework.ts'
import { keepDefinition } from '../definitions/keep-definition.ts'
import { addEvent } from '../store/add-event.ts'
import { startTime } from '../store/case-clock.ts'
import { sealChild } from '../store/child-numbers.ts'
import { type CaseKey, getHoldings, lockHolders, type StoredHolding } from '../store/holding-row.ts'
import { caseUnits } from './case-units.ts'
import { childColumns } from './child-columns.ts'
import { holderRows } from './holder-rows.ts'
import { earlierCase } from './same-child.ts'

/** Whoever opens a case: which posts they hold does not matter, how far they reach is decided by who calls. */
export type Opening = Pick<CaseActing, 'ctx' | 'keyring'>

/**
 * Opens a case of a child out of school: held from now on by the child's township, its school if it has one, and the
 * county, each with a copy of its own; the time limit of the first state runs, if somebody has said how long it is. Errors: `enrolment.unit_not_found`,
 * `enrolment.case_exists`, `enrolment.id_number_invalid`, `enrolment.phone_invalid`.
 */
export async function openCase({ ctx, keyring }: Opening, facts: ChildFacts, grounds: string): Promise<CaseKey> {
  const county = countyOf(facts.township)
  const units = await caseUnits(ctx, facts.township, facts.school)
  const found = await findCasework(ctx.db)
  const key = { county, case: randomUUID() }
  const numbers = sealChild(keyring, county, key.case, facts)
  await holdLimits(ctx.db, county)
  const decided = await inCounty(ctx.db, county, found)
  const earlier = await earlierCase(ctx, county, numbers.id_number_index, decided.casework)
  const today = dayOf(ctx.now)
  const state = caseOf(found.casework, [{ type: 'open', on: today }])
  await keepDefinition(ctx, county, found)
  const rows = holderRows(units, today).map((holder) => ({
    county_code: county,
    case_id: key.case,
    ...holder,
    ...childColumns(facts, units),
    ...numbers,
    ...earlier,
    ...openedColumns(found, state, grounds),
    schooling: facts.school === undefined ? (facts.schooling ?? 'unknown') : 'left',
    found_kind: facts.found_by.kind,
    found_id: 'id' in facts.found_by ? facts.found_by.id : null,
  }))
  const time = await startTime(ctx, { ...key, child: maskName(facts.name) }, decided, { state, holders: rows })
  await reaching(ctx, [areaPath(county)], () =>
    ctx.db.kysely
      .insertInto('enrolment_holdings')
      .values(rows.map((row) => ({ ...row, ...time })))
      .execute(),
  )
  await noteOpening({ ctx, keyring }, key, state, grounds)
  ctx.audit({
    action: 'enrolment.open_case',
    subject: `${units.township.name}${maskName(facts.name)}`,
    reason: grounds,
    detail: { case: key.case, found: facts.found_by.kind },
  })
  return key
}

async function noteOpening({ ctx }: Opening, key: CaseKey, state: CaseState, grounds: string): Promise<void> {
  const holders = await lockHolders(ctx, key)
  const own = await ownHolding(ctx, key, holders)
  await addEvent(ctx, holders, {
    type: 'open',
    on_day: state.openedOn,
    says: grounds,
    state: state.state,
    unit_name: own.unit_name,
    line: own.line,
  })
}

/** As whose doing the opening stands in the history: of the opener's own unit, else of the nearest holder that they reach. */
async function ownHolding(
  ctx: Opening['ctx'],
  key: CaseKey,
  holders: readonly StoredHolding[],
): Promise<StoredHolding> {
  const at = holders.find(({ org_path: path }) => path === ctx.actor.path)
  if (at !== undefined) return at
  const reached = await getHoldings(ctx, key)
  const order: readonly CaseLine[] = ['县', '乡镇', '学校']
  const [own] = reached.toSorted((one, other) => order.indexOf(one.line) - order.indexOf(other.line))
  return holders.find(({ holding_no: no }) => no === own?.holding_no) ?? reached[0]
}

function openedColumns({ pack, version, hash, casework }: FoundCasework, state: CaseState, grounds: string) {
  return {
    state: state.state,
    state_since: state.since,
    is_paused: false,
    visits: 0,
    persuasions: 0,
    opened_on: state.openedOn,
    closed_on: null,
    exit: null,
    grounds: grounds.trim(),
    pack,
    version,
    content_hash: hash,
    casework: casework.id,
  }
}
