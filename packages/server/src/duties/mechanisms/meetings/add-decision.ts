import type { AddDecisionBody } from '@eduduty/core/duties'
import type { Acting } from '../../acting.ts'
import { openUnits } from '../record-owner.ts'
import { lockRecord } from '../strike-record.ts'
import { keepDecision } from './record-meeting.ts'

/** Adds a decision to a meeting that is already entered. Errors: as `lockRecord`, `duties.record_unit_not_found`. */
export async function addDecision(
  acting: Acting,
  { county, meeting }: { readonly county: string; readonly meeting: string },
  body: AddDecisionBody,
): Promise<void> {
  const { ctx } = acting
  const owner = await lockRecord(acting, { county, kind: 'meeting', id: meeting })
  const [last] = await ctx.db.run<{ no: number }>(
    'select coalesce(max(decision_no), 0) as no from duties_decisions where county_code = $1 and meeting_id = $2',
    [county, meeting],
  )
  const units = await openUnits(acting, county)
  await keepDecision(acting, { county, meeting, no: (last?.no ?? 0) + 1, owner, units }, body)
  ctx.audit({ action: 'duties.add_decision', subject: `${owner.unit_name}“${owner.title}”` })
}
