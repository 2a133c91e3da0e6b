import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import { applied, type CaseState, type HandoverAnswerBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { holdLimits, inCounty } from '../../limits/read-decided.ts'
import type { CaseActing } from '../acting.ts'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import { keepDefinition } from '../definitions/keep-definition.ts'
import { traceCase } from '../definitions/trace-case.ts'
import { caseUnits, unitById, unitsOfCounty } from '../open/case-units.ts'
import { holderRows } from '../open/holder-rows.ts'
import { earlierCase } from '../open/same-child.ts'
import { addEvent } from '../store/add-event.ts'
import { changeTime, ownerOf, startTime } from '../store/case-clock.ts'
import { openChildNumber, sealChild } from '../store/child-numbers.ts'
import { copyHistory } from '../store/copy-history.ts'
import { readEvents } from '../store/event-row.ts'
import { lockHolders, type StoredHolding } from '../store/holding-row.ts'
import { type StoredHandover, sidesOf } from './handover-row.ts'

interface Leaving {
  readonly holders: readonly StoredHolding[]
  readonly lead: StoredHolding
  readonly pinned: PinnedCasework
  readonly before: CaseState
}

/**
 * Another county holds the case from today on, with numbers sealed anew by its own keys; in the county that the child
 * leaves the case ends by the way out that the definition names. Errors: `enrolment.unit_not_found`,
 * `enrolment.case_closed`, `enrolment.case_exists`.
 */
export async function acceptFromCounty(
  acting: CaseActing,
  row: StoredHandover,
  body: HandoverAnswerBody,
): Promise<void> {
  const { ctx } = acting
  await holdLimits(ctx.db, row.to_county)
  const leaving = await leave(acting, row)
  const units = await unitsOfCounty(ctx, row.to_county)
  const township = unitById(units, body.township ?? '', 'township')
  const school = body.school === undefined ? undefined : unitById(units, body.school, 'school')
  const places = await caseUnits(ctx, township.path, school?.path)
  const { lead, pinned, before } = leaving
  const key = { county: row.to_county, case: await freeId(acting, row) }
  const numbers = numbersIn(acting, lead, key)
  const decided = await inCounty(ctx.db, key.county, pinned)
  const earlier = await earlierCase(ctx, key.county, numbers.id_number_index, decided.casework)
  const today = dayOf(ctx.now)
  await keepDefinition(ctx, key.county, { ...pinned, pack: lead.pack, version: lead.version, hash: lead.content_hash })
  const rows = holderRows(places, today).map(
    (holder): StoredHolding => ({
      ...lead,
      ...numbers,
      ...earlier,
      county_code: key.county,
      case_id: key.case,
      ...holder,
      is_paused: false,
      township_id: township.id,
      township_name: township.name,
      school_id: school?.id ?? null,
      school_name: school?.name ?? '',
    }),
  )
  const time = await startTime(ctx, { ...key, child: maskName(lead.child_name) }, decided, {
    state: { ...before, since: today },
    holders: rows,
    dueOn: givenDay(leaving),
  })
  await reaching(ctx, sidesOf(row), async () => {
    await ctx.db.kysely
      .insertInto('enrolment_holdings')
      .values(rows.map((one) => ({ ...one, groups: [...one.groups], ...time })))
      .execute()
    await copyHistory(ctx, lead, rows)
  })
  await addEvent(ctx, rows, {
    type: 'moved',
    on_day: today,
    says: `由${row.from_name}转来`,
    state: before.state,
    unit_name: row.to_name,
    line: '县',
  })
  await endHere(acting, row, leaving)
}

/** The last day of a state that a paper has named stays what the paper says. */
function givenDay({ lead, pinned, before }: Leaving): string | undefined {
  const isNamed = pinned.casework.steps.some(({ to, due }) => to === before.state && due !== undefined)
  return isNamed ? (lead.due_on ?? undefined) : undefined
}

/** What the county that the child leaves holds. */
async function leave({ ctx }: CaseActing, row: StoredHandover): Promise<Leaving> {
  const key = { county: row.from_county, case: row.case_id }
  const holders = await lockHolders(ctx, key)
  const lead = holders.find(({ is_lead: isLead }) => isLead)
  if (lead === undefined || lead.closed_on !== null)
    throw new AppError('enrolment.case_closed', { day: lead?.closed_on ?? '' })
  const events = await reaching(ctx, [areaPath(key.county)], () => readEvents(ctx.db, key))
  const { state, pinned } = await traceCase(ctx.db, lead, events)
  return { holders, lead, pinned, before: state }
}

async function endHere(
  { ctx }: CaseActing,
  row: StoredHandover,
  { holders, lead, pinned, before }: Leaving,
): Promise<void> {
  const on = dayOf(ctx.now)
  const next = applied(pinned.casework, before, { type: 'handed_over', on })
  await addEvent(ctx, holders, {
    type: 'handed_over',
    on_day: on,
    says: `${row.to_name}接收`,
    state: next.state,
    exit: next.exit ?? null,
    unit_name: row.to_name,
    line: '县',
  })
  const owner = ownerOf(pinned.casework, before.state, holders)
  await changeTime(ctx, lead, owner?.org_path ?? lead.org_path, { type: 'stop', on, reason: '转往外县' })
  await reaching(ctx, [areaPath(row.from_county)], () =>
    ctx.db.kysely
      .updateTable('enrolment_holdings')
      .set({
        state: next.state,
        state_since: on,
        closed_on: on,
        exit: next.exit ?? null,
        is_paused: false,
        owner_line: null,
        owner_name: '',
        clock_id: null,
        due_on: null,
      })
      .where('county_code', '=', row.from_county)
      .where('case_id', '=', row.case_id)
      .where('until_on', 'is', null)
      .execute(),
  )
}

/** A child that comes back to a county that has held this case is a case of its own there. */
async function freeId({ ctx }: CaseActing, { to_county: county, case_id: id }: StoredHandover): Promise<string> {
  const [taken] = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run('select from enrolment_holdings where county_code = $1 and case_id = $2 limit 1', [county, id]),
  )
  return taken === undefined ? id : randomUUID()
}

function numbersIn(
  { keyring }: CaseActing,
  lead: StoredHolding,
  { county, case: id }: { county: string; case: string },
) {
  return sealChild(keyring, county, id, {
    id_number: openChildNumber(keyring, lead, 'id_number', lead.id_number_sealed),
    guardian_phone: openChildNumber(keyring, lead, 'phone', lead.phone_sealed),
  })
}
