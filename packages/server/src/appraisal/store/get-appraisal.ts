import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppraisalKey, AppraisalRow, AssignmentRow, ItemRow, OpinionRow } from './appraisal-row.ts'

/** An appraisal with what decisions about it stand on. */
export interface Appraisal {
  readonly row: AppraisalRow
  /** In the order of the pack. */
  readonly items: readonly ItemRow[]
  readonly assignments: readonly AssignmentRow[]
  /** Those in force. */
  readonly opinions: readonly OpinionRow[]
  readonly openAppeals: number
}

type Reading = Pick<Ctx, 'db'>

/** One appraisal within the caller's reach. Errors: `appraisal.not_found`. */
export async function getAppraisal({ db }: Reading, key: AppraisalKey): Promise<Appraisal> {
  return withParts(db, await byKey(db, key).executeTakeFirst())
}

/** The same, kept from others until the end of the transaction. */
export async function lockAppraisal({ db }: Reading, key: AppraisalKey): Promise<Appraisal> {
  return withParts(db, await byKey(db, key).forUpdate().executeTakeFirst())
}

function byKey(db: Ctx['db'], { county, appraisalId }: AppraisalKey) {
  return db.kysely
    .selectFrom('appraisal_appraisals')
    .selectAll()
    .where('county_code', '=', county)
    .where('appraisal_id', '=', appraisalId)
}

async function withParts(db: Ctx['db'], row: AppraisalRow | undefined): Promise<Appraisal> {
  if (row === undefined) throw new AppError('appraisal.not_found')
  const { county_code: county, appraisal_id: id } = row
  const of = { county_code: county, appraisal_id: id }
  const items = await db.kysely
    .selectFrom('appraisal_items')
    .selectAll()
    .where((where) => where.and(of))
    .orderBy('item_no')
    .execute()
  const assignments = await db.kysely
    .selectFrom('appraisal_assignments')
    .selectAll()
    .where((where) => where.and(of))
    .orderBy('section')
    .orderBy('seat')
    .execute()
  const opinions = await db.kysely
    .selectFrom('appraisal_opinions')
    .selectAll()
    .where((where) => where.and(of))
    .where('replaced_at', 'is', null)
    .execute()
  const appeals = await db.run<{ waiting: number }>(
    `select count(*) as waiting from appraisal_appeals
     where county_code = $1 and appraisal_id = $2 and status = 'waiting'`,
    [county, id],
  )
  return { row, items, assignments, opinions, openAppeals: appeals[0]?.waiting ?? 0 }
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
