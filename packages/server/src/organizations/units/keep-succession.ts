import type { Ctx } from '../../platform/ctx.ts'
import type { OpenUnitState } from './lock-open-unit.ts'

interface Succession {
  readonly kind: 'merge' | 'split'
  readonly on: string
  readonly reason: string
}

/** Notes which unit came after which. To be called before the rows of the former one are carried. */
export async function keepSuccession(
  { db }: Ctx,
  from: OpenUnitState,
  to: { readonly unitId: string },
  { kind, on, reason }: Succession,
): Promise<void> {
  await db.kysely
    .insertInto('organizations_successions')
    .values({
      county_code: from.county,
      from_unit_id: from.unitId,
      to_unit_id: to.unitId,
      kind,
      effective_on: on,
      reason,
      org_path: from.path,
    })
    .execute()
}
