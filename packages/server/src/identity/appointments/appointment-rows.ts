import type { AppointmentStatus } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'

/** Tenures and grants are proposed, decided, withdrawn and ended in the same way. */
const tables = {
  tenure: { name: 'identity_tenures', id: 'tenure_id' },
  grant: { name: 'identity_grants', id: 'grant_id' },
} as const

export interface AppointmentKey {
  readonly kind: keyof typeof tables
  readonly county: string
  readonly id: string
}

export async function keepDecision(
  { db, actor, now }: Ctx,
  { kind, county, id }: AppointmentKey,
  decision: { readonly status: AppointmentStatus; readonly reason: string },
): Promise<void> {
  const table = tables[kind]
  await db.run(
    `update ${table.name} set status = $3, decided_by = $4, decided_at = $5, decision_reason = $6
     where county_code = $1 and ${table.id} = $2`,
    [county, id, decision.status, actor.id, now, decision.reason],
  )
}

/** Withdrawn by the one who proposed it: nobody has decided, so nobody is named as having done so. */
export async function keepWithdrawal(
  { db, now }: Ctx,
  { kind, county, id }: AppointmentKey,
  reason: string,
): Promise<void> {
  const table = tables[kind]
  await db.run(
    `update ${table.name} set status = 'withdrawn', decided_at = $3, decision_reason = $4
     where county_code = $1 and ${table.id} = $2`,
    [county, id, now, reason],
  )
}

/** Ends it on a day; what has not come into force by then never does. */
export async function keepEnd({ db, now }: Ctx, { kind, county, id }: AppointmentKey, on: string): Promise<void> {
  const table = tables[kind]
  const begun = "status = 'approved' and since < $3::date"
  await db.run(
    `update ${table.name} set
       until = case when ${begun} then least(until, $3::date) else until end,
       decided_at = case when ${begun} then decided_at else $4::timestamptz end,
       status = case when ${begun} then status else 'withdrawn' end
     where county_code = $1 and ${table.id} = $2`,
    [county, id, on, now],
  )
}
