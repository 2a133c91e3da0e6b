import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import type { ChildKey, StoredChild } from './child-row.ts'

/** Tables of what is written down of a child, each copy beside its child's. */
export type RecordTable =
  | 'enrolment_placements'
  | 'enrolment_lessons'
  | 'enrolment_care_plans'
  | 'enrolment_care_visits'
  | 'enrolment_diagnoses'

/** Columns of a record that say where it belongs and who wrote it down. */
export interface RecordHead {
  readonly county_code: string
  readonly child_id: string
  readonly holding_no: number
  readonly record_no: number
  readonly org_path: string
  readonly unit_name: string
  readonly person_id: string
  readonly person_name: string
  readonly recorded_at: Date
}

/** Makes the heads of a record, one for each copy, with the next number; `insert` writes them where the caller may not reach. */
export async function addRecord(
  ctx: Ctx,
  table: RecordTable,
  { copies, unit }: { readonly copies: readonly StoredChild[]; readonly unit: string },
  insert: (heads: readonly RecordHead[]) => Promise<unknown>,
): Promise<number> {
  const [first] = copies
  if (first === undefined) throw new Error('nobody holds the child: nothing is written down of it')
  const key = { county: first.county_code, child: first.child_id }
  return reaching(ctx, [areaPath(key.county)], async () => {
    const no = await nextNumber(ctx.db, table, key)
    const written = { person_id: ctx.actor.id, person_name: ctx.actor.name, recorded_at: ctx.now }
    await insert(
      copies.map(({ holding_no, org_path }) => ({
        county_code: key.county,
        child_id: key.child,
        holding_no,
        record_no: no,
        org_path,
        unit_name: unit,
        ...written,
      })),
    )
    return no
  })
}

/** Numbers are one series over all copies, so that copies can be told to be the same. */
async function nextNumber(db: Queries, table: RecordTable, { county, child }: ChildKey): Promise<number> {
  const [row] = await db.run<{ next: number }>(
    `select coalesce(max(record_no), 0) + 1 as next from ${table} where county_code = $1 and child_id = $2`,
    [county, child],
  )
  return row?.next ?? 1
}

/** A record as read: each once, whichever copies the reader reaches. */
export interface ReadHead {
  readonly record_no: number
  readonly on_day: string
  readonly unit_name: string
  readonly person_name: string
  readonly recorded_at: string
}

/** Records of a child that the reader reaches, in the order in which they were written down. */
export function readRecords<Row extends ReadHead>(
  db: Queries,
  table: RecordTable,
  { county, child }: ChildKey,
): Promise<Row[]> {
  return db.run<Row>(
    `select distinct on (record_no) * from ${table} where county_code = $1 and child_id = $2
     order by record_no, holding_no desc`,
    [county, child],
  )
}

export const writtenOf = ({ record_no: no, on_day: on, unit_name, person_name: by, recorded_at: at }: ReadHead) => ({
  no,
  on,
  unit_name,
  by,
  at,
})

const carried: Readonly<Record<Exclude<RecordTable, 'enrolment_diagnoses'>, string>> = {
  enrolment_placements: `deed, kind, title, is_at_home, school_id, school_name, class, decided_by, opinion, reasons,
    review_on, pack, version`,
  enrolment_lessons: 'state, strikes, teachers, hours, taught, place, reason',
  enrolment_care_plans: 'kind, title, carer, situation, needs, measures, helper, helper_post, helper_phone_sealed',
  enrolment_care_visits: 'visitors, found, next, days_late, record_key',
}

const ofFiles = 'file_id, visit_no, kind, media, bytes, sha256, person_name, added_at'
const shared = 'record_no, on_day, unit_name, person_id, person_name, recorded_at'

/** Gives a new holder what is known of a child, but for what experts found out. The caller reaches both. */
export async function copyRecords({ db }: Pick<Ctx, 'db'>, from: StoredChild, to: StoredChild): Promise<void> {
  for (const [table, columns] of Object.entries(carried))
    await db.run(
      `insert into ${table} (county_code, child_id, holding_no, org_path, ${shared}, ${columns})
       select county_code, child_id, $4, $5, ${shared}, ${columns} from ${table}
       where county_code = $1 and child_id = $2 and holding_no = $3`,
      [from.county_code, from.child_id, from.holding_no, to.holding_no, to.org_path],
    )
  await db.run(
    `insert into enrolment_care_files (county_code, child_id, holding_no, org_path, ${ofFiles})
     select county_code, child_id, $4, $5, ${ofFiles} from enrolment_care_files
     where county_code = $1 and child_id = $2 and holding_no = $3`,
    [from.county_code, from.child_id, from.holding_no, to.holding_no, to.org_path],
  )
}
