import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { RegisterChildBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { caseUnits, unitById, unitsOfCounty } from '../../cases/open/case-units.ts'
import { childColumns, type ToldChild } from '../../cases/open/child-columns.ts'
import { holderRows } from '../../cases/open/holder-rows.ts'
import { openChildNumber } from '../../cases/store/child-numbers.ts'
import { getHoldings } from '../../cases/store/holding-row.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import type { CareActing } from '../acting.ts'
import { sealIdNumber, sealPhone } from '../store/care-numbers.ts'
import type { ChildKey } from '../store/child-row.ts'
import { childOfLedger } from './from-ledger.ts'

/** What is known of a child when it is registered; units by their paths. */
interface RegisteredChild extends ToldChild {
  readonly id_number?: string | undefined
  readonly guardian_phone?: string | undefined
  readonly township: OrgPath
  readonly school: OrgPath | undefined
  readonly case?: string
}

/**
 * Registers a child to be cared for: held from now on by its township, its school if it has one, and the county. Errors:
 * `enrolment.county_not_found`, `enrolment.child_elsewhere`, `enrolment.care_exists`, `enrolment.case_not_found`,
 * `enrolment.care_row_not_found`, `enrolment.unit_not_found`, `enrolment.id_number_invalid`, `enrolment.phone_invalid`.
 */
export async function registerChild(acting: CareActing, county: string, body: RegisterChildBody): Promise<ChildKey> {
  const { ctx, keyring } = acting
  assertKnownCounty(ctx, county)
  const facts = await factsOf(acting, county, body)
  const own = [facts.township, ...(facts.school === undefined ? [] : [facts.school])]
  if (!own.some((path) => ctx.scopes.some((scope) => isWithin(path, scope))))
    throw new AppError('enrolment.child_elsewhere')
  const units = await caseUnits(ctx, facts.township, facts.school)
  const key = { county, child: randomUUID() }
  const numbers = {
    ...sealIdNumber(keyring, key, facts.id_number),
    phone_sealed: sealPhone(keyring, key, 'phone', facts.guardian_phone),
  }
  await assertNew(acting, county, numbers.id_number_index)
  const today = dayOf(ctx.now)
  const rows = holderRows(units, today).map((holder) => ({
    county_code: county,
    child_id: key.child,
    ...holder,
    ...childColumns(facts, units),
    case_id: facts.case ?? null,
    ...numbers,
    registered_on: today,
    source: body.from,
  }))
  const kept = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.kysely
      .insertInto('enrolment_care_children')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('holding_no')
      .execute(),
  )
  // Somebody else has registered the child since we looked.
  if (kept.length < rows.length) {
    await assertNew(acting, county, numbers.id_number_index)
    throw new AppError('database.contention')
  }
  ctx.audit({
    action: 'enrolment.register_child',
    subject: `${units.township.name}${maskName(facts.name)}`,
    detail: { child: key.child, source: body.from },
  })
  return key
}

async function factsOf(acting: CareActing, county: string, body: RegisterChildBody): Promise<RegisteredChild> {
  switch (body.from) {
    case 'case':
      return childOfCase(acting, county, body.case)
    case 'ledger': {
      const school = await schoolPath(acting, county, body.school)
      return { ...(await childOfLedger(acting, county, body)), groups: body.groups, school }
    }
    case 'person': {
      const { from: _, township: id, school: schoolId, ...child } = body
      const township = unitById(await unitsOfCounty(acting.ctx, county), id, 'township').path
      return { ...child, township, school: await schoolPath(acting, county, schoolId) }
    }
  }
}

async function schoolPath({ ctx }: CareActing, county: string, id: string | undefined): Promise<OrgPath | undefined> {
  return id === undefined ? undefined : unitById(await unitsOfCounty(ctx, county), id, 'school').path
}

async function childOfCase(acting: CareActing, county: string, id: string): Promise<RegisteredChild> {
  const { ctx, keyring } = acting
  const [row] = await getHoldings(ctx, { county, case: id })
  if (row.until_on !== null) throw new AppError('enrolment.case_left', { day: row.until_on })
  const township = unitById(await unitsOfCounty(ctx, county), row.township_id, 'township').path
  const { sex } = row
  return {
    name: row.child_name,
    guardian: row.guardian,
    address: row.address,
    village: row.village,
    groups: row.groups,
    grade: row.grade,
    township,
    case: id,
    ...(sex === '' ? {} : { sex }),
    ...(row.birth_on === null ? {} : { birth_on: row.birth_on }),
    id_number: openChildNumber(keyring, row, 'id_number', row.id_number_sealed),
    guardian_phone: openChildNumber(keyring, row, 'phone', row.phone_sealed),
    school: await schoolPath(acting, county, row.school_id ?? undefined),
  }
}

/** A child is registered once; without a number nobody can tell. Errors: `enrolment.care_exists`. */
async function assertNew({ ctx }: CareActing, county: string, index: string | null): Promise<void> {
  if (index === null) return
  const [known] = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<{ township_name: string; school_name: string; registered_on: string }>(
      `select township_name, school_name, registered_on from enrolment_care_children
       where county_code = $1 and id_number_index = $2 and is_lead and until_on is null and closed_on is null`,
      [county, index],
    ),
  )
  if (known === undefined) return
  const { township_name: township, school_name: school, registered_on: on } = known
  throw new AppError('enrolment.care_exists', { unit: school || township, on })
}
