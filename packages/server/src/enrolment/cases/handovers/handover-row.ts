import type { HandoverState } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'

/** Which handover, as one side of it sees it. */
export interface HandoverKey {
  readonly county: string
  readonly handover: string
}

export interface StoredHandover {
  readonly county_code: string
  readonly handover_id: string
  readonly side: 'from' | 'to'
  readonly org_path: string
  readonly case_id: string
  readonly child_name: string
  readonly grade: string
  readonly from_county: string
  readonly from_name: string
  readonly to_county: string
  readonly to_name: string
  readonly to_unit: string | null
  readonly reason: string
  readonly state: HandoverState
  readonly offered_by: string
  readonly offered_at: string
  readonly answer: string
  readonly answered_by: string
  readonly answered_at: string | null
}

/** `t` is the handover. */
export const handoverColumns = `t.county_code, t.handover_id, t.side, t.org_path, t.case_id, t.child_name, t.grade,
  t.from_county, t.from_name, t.to_county, t.to_name, t.to_unit, t.reason, t.state, t.offered_by, t.offered_at, t.answer,
  t.answered_by, t.answered_at`

/** One side of a handover within reach. Errors: `enrolment.handover_not_found`. */
export async function getHandover(
  db: Queries,
  { county, handover }: HandoverKey,
  side: StoredHandover['side'],
): Promise<StoredHandover> {
  const [row] = await db.run<StoredHandover>(
    `select ${handoverColumns} from enrolment_handovers t
     where t.county_code = $1 and t.handover_id = $2 and t.side = $3 for update`,
    [county, handover, side],
  )
  if (row === undefined) throw new AppError('enrolment.handover_not_found')
  return row
}

/** Both counties of a handover: what one side does, the other learns. */
export const sidesOf = ({
  from_county: from,
  to_county: to,
}: Pick<StoredHandover, 'from_county' | 'to_county'>): OrgPath[] => [...new Set([from, to])].map(areaPath)

/** Writes down how a handover ended, on both sides. Errors: `enrolment.handover_over`. */
export async function endHandover(
  ctx: Ctx,
  row: StoredHandover,
  state: Exclude<HandoverState, 'offered'>,
  says: string,
): Promise<void> {
  if (row.state !== 'offered') throw new AppError('enrolment.handover_over')
  await reaching(ctx, sidesOf(row), () =>
    ctx.db.kysely
      .updateTable('enrolment_handovers')
      .set({ state, answer: says.trim(), answered_by: ctx.actor.name, answered_at: ctx.now })
      .where('county_code', 'in', [row.from_county, row.to_county])
      .where('handover_id', '=', row.handover_id)
      .execute(),
  )
}
