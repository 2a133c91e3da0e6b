import type { TenureTime } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { keepEnd } from '../appointments/appointment-rows.ts'
import { assertAdministratorsStay } from '../appointments/assert-administrators-stay.ts'

interface Start {
  readonly county: string
  readonly tenure: TenureTime
  readonly replaces?: string | undefined
}

/** The other half of a handover: when a tenure comes into force, the one that it replaces ends on the same day. */
export async function startTenure(ctx: Ctx, { county, tenure, replaces }: Start): Promise<void> {
  if (replaces === undefined) return
  await assertAdministratorsStay(ctx, county, { ends: { id: replaces, on: tenure.since }, begins: tenure })
  await keepEnd(ctx, { kind: 'tenure', county, id: replaces }, tenure.since)
}
