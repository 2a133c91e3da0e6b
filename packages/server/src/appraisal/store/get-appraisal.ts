import { groupBy } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AdjustmentRow, AppraisalKey, AppraisalRow, AssignmentRow, ItemRow, OpinionRow } from './appraisal-row.ts'

/** An appraisal with what decisions about it stand on. */
export interface Appraisal {
  readonly row: AppraisalRow
  /** In the order of the pack. */
  readonly items: readonly ItemRow[]
  readonly assignments: readonly AssignmentRow[]
  /** Those in force. */
  readonly opinions: readonly OpinionRow[]
  /** 加分 and 扣分 in the order in which they were proposed. */
  readonly adjustments: readonly AdjustmentRow[]
  readonly openAppeals: number
}

type Reading = Pick<Ctx, 'db'>

/** One appraisal within the caller's reach. Errors: `appraisal.not_found`. */
export async function getAppraisal({ db }: Reading, key: AppraisalKey): Promise<Appraisal> {
  return theOnly(await withParts(db, await byKey(db, key).execute()))
}

/** The same, kept from others until the end of the transaction. */
export async function lockAppraisal({ db }: Reading, key: AppraisalKey): Promise<Appraisal> {
  return theOnly(await withParts(db, await byKey(db, key).forUpdate().execute()))
}

/** Those of the appraisals named that are within the caller's reach, in as many queries as one takes; in no order. */
export async function getAppraisals({ db }: Reading, keys: readonly AppraisalKey[]): Promise<readonly Appraisal[]> {
  if (keys.length === 0) return []
  const rows = await db.kysely
    .selectFrom('appraisal_appraisals')
    .selectAll()
    .where('county_code', 'in', [...new Set(keys.map(({ county }) => county))])
    .where(
      'appraisal_id',
      'in',
      keys.map(({ appraisalId }) => appraisalId),
    )
    .execute()
  return withParts(db, rows)
}

function theOnly([found]: readonly Appraisal[]): Appraisal {
  if (found === undefined) throw new AppError('appraisal.not_found')
  return found
}

function byKey(db: Ctx['db'], { county, appraisalId }: AppraisalKey) {
  return db.kysely
    .selectFrom('appraisal_appraisals')
    .selectAll()
    .where('county_code', '=', county)
    .where('appraisal_id', '=', appraisalId)
}

interface Part {
  readonly county_code: string
  readonly appraisal_id: string
}

async function withParts({ kysely, run }: Ctx['db'], rows: readonly AppraisalRow[]): Promise<readonly Appraisal[]> {
  if (rows.length === 0) return []
  const counties = [...new Set(rows.map(({ county_code: county }) => county))]
  const ids = rows.map(({ appraisal_id: id }) => id)
  const items = await kysely
    .selectFrom('appraisal_items')
    .selectAll()
    .where('county_code', 'in', counties)
    .where('appraisal_id', 'in', ids)
    .orderBy('item_no')
    .execute()
  const assignments = await kysely
    .selectFrom('appraisal_assignments')
    .selectAll()
    .where('county_code', 'in', counties)
    .where('appraisal_id', 'in', ids)
    .orderBy('section')
    .orderBy('seat')
    .execute()
  const opinions = await kysely
    .selectFrom('appraisal_opinions')
    .selectAll()
    .where('county_code', 'in', counties)
    .where('appraisal_id', 'in', ids)
    .where('replaced_at', 'is', null)
    .execute()
  const adjustments = await kysely
    .selectFrom('appraisal_adjustments')
    .selectAll()
    .where('county_code', 'in', counties)
    .where('appraisal_id', 'in', ids)
    .orderBy('adjustment_no')
    .execute()
  const appeals = await run<Part & { waiting: number }>(
    `select county_code, appraisal_id, count(*) as waiting from appraisal_appeals
     where county_code = any($1) and appraisal_id = any($2) and status = 'waiting' group by county_code, appraisal_id`,
    [counties, ids],
  )
  const [itemsOf, seatsOf, opinionsOf] = [byPlace(items), byPlace(assignments), byPlace(opinions)]
  const [adjustmentsOf, appealsOf] = [byPlace(adjustments), byPlace(appeals)]
  return rows.map((row) => ({
    row,
    items: itemsOf(row),
    assignments: seatsOf(row),
    opinions: opinionsOf(row),
    adjustments: adjustmentsOf(row),
    openAppeals: appealsOf(row)[0]?.waiting ?? 0,
  }))
}

function byPlace<Row extends Part>(rows: readonly Row[]): (of: Part) => readonly Row[] {
  const slot = ({ county_code: county, appraisal_id: id }: Part): string => `${county}/${id}`
  const found = groupBy(rows, slot)
  return (of) => found.get(slot(of)) ?? []
}

/** Items that are rated: those that apply. */
export const ratable = (appraisal: Pick<Appraisal, 'items'>): readonly ItemRow[] =>
  appraisal.items.filter(({ is_idle: isIdle }) => !isIdle)

/** Errors: `appraisal.item_not_found`. */
export function getItem(appraisal: Appraisal, id: string): ItemRow {
  const item = ratable(appraisal).find((one) => one.item === id)
  if (item === undefined) throw new AppError('appraisal.item_not_found', { unit: appraisal.row.subject_name, item: id })
  return item
}

/** An appraisal in words: 云岭县“履职评价”（2025年度）. */
export function nameOf({ row }: Pick<Appraisal, 'row'>): string {
  return `${row.subject_name}“${row.rating_title}”（${row.year}年度）`
}
