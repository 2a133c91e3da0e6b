import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { HeldChild } from '../../holding/held-child.ts'

/** Which child. */
export interface ChildKey {
  readonly county: string
  readonly child: string
}

/** A copy of a child that one unit holds. */
export interface StoredChild extends HeldChild {
  readonly child_id: string
  readonly placement: string
  readonly placement_title: string
  readonly is_at_home: boolean
  readonly placed_on: string | null
  readonly review_on: string | null
  readonly care: string
  readonly care_title: string
  readonly helper: string
  readonly last_visit_on: string | null
  readonly visit_due_on: string | null
  readonly clock_id: string | null
  readonly registered_on: string
  readonly closed_on: string | null
  readonly source: 'case' | 'ledger' | 'person'
  readonly case_id: string | null
}

const names = [
  ...['county_code', 'child_id', 'holding_no', 'org_path', 'unit_id', 'unit_name', 'line', 'from_on', 'until_on'],
  ...['is_lead', 'child_name', 'sex', 'birth_on', 'id_number_sealed', 'id_number_index', 'guardian', 'phone_sealed'],
  ...['address', 'village', 'groups', 'grade', 'township_id', 'township_name', 'school_id', 'school_name'],
  ...['placement', 'placement_title', 'is_at_home', 'placed_on', 'review_on', 'care', 'care_title', 'helper'],
  ...['last_visit_on', 'visit_due_on', 'clock_id', 'registered_on', 'closed_on', 'source', 'case_id'],
]

/** Every column of a child's copy; `h` is the copy. */
export const copyColumns = names.map((name) => `h.${name}`).join(', ')

/** Of several copies within reach one is listed: the leading one where it is within reach. County is $1. */
export const ownCopy = `h.county_code = $1 and h.until_on is null and (h.is_lead or not exists (
  select from enrolment_care_children l where l.county_code = h.county_code and l.child_id = h.child_id and l.is_lead
    and l.until_on is null))`

const readCopies = (db: Queries, { county, child }: ChildKey): Promise<StoredChild[]> =>
  db.run<StoredChild>(
    `select ${copyColumns} from enrolment_care_children h where h.county_code = $1 and h.child_id = $2
     order by h.until_on is not null, h.is_lead desc, h.holding_no desc`,
    [county, child],
  )

/** The copies that the reader reaches, the present ones first, among them the leading one. Errors: `enrolment.care_child_not_found`. */
export async function getCopies(
  { db }: Pick<Ctx, 'db'>,
  key: ChildKey,
): Promise<readonly [StoredChild, ...StoredChild[]]> {
  const [first, ...rest] = await readCopies(db, key)
  if (first === undefined) throw new AppError('enrolment.care_child_not_found')
  return [first, ...rest]
}

/**
 * Holds a child against other changes until the transaction ends, and gives all copies, former ones among them, whether the
 * caller reaches them or not: only for carrying along what the caller has changed.
 */
export function lockCopies(ctx: Ctx, key: ChildKey): Promise<readonly StoredChild[]> {
  return reaching(ctx, [areaPath(key.county)], async () => {
    await ctx.db.run(
      'select from enrolment_care_children where county_code = $1 and child_id = $2 order by holding_no for update',
      [key.county, key.child],
    )
    return readCopies(ctx.db, key)
  })
}

/** Columns that follow from what is written down of a child. */
export type ChildState = Partial<
  Pick<
    StoredChild,
    | 'school_id'
    | 'school_name'
    | 'placement'
    | 'placement_title'
    | 'is_at_home'
    | 'placed_on'
    | 'review_on'
    | 'care'
    | 'care_title'
    | 'helper'
    | 'last_visit_on'
    | 'visit_due_on'
    | 'clock_id'
    | 'closed_on'
  >
>

/** Writes what has become of a child into all copies that units hold now. */
export async function setState(ctx: Ctx, { county, child }: ChildKey, state: ChildState): Promise<void> {
  await reaching(ctx, [areaPath(county)], () =>
    ctx.db.kysely
      .updateTable('enrolment_care_children')
      .set(state)
      .where('county_code', '=', county)
      .where('child_id', '=', child)
      .where('until_on', 'is', null)
      .execute(),
  )
}
