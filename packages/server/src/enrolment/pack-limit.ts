import { dayOf } from '@eduduty/core/calendar'
import type { Pack } from '@eduduty/core/packs'
import type { Ctx } from '../platform/ctx.ts'
import { findDropoutPack, shippedDropoutPack } from './find-dropout-pack.ts'

/** Numbers that the pack on children out of school sets for what may be told and taken out, and how long things are followed. */
export type PackLimit = 'small_count' | 'bulk_minors' | 'review_ahead' | 'cohort_primary' | 'cohort_junior'

/** A number of the pack as it stands on the day of the request; of an older pack that lacks it, as shipped. */
export async function readPackLimit({ db, now }: Pick<Ctx, 'db' | 'now'>, limit: PackLimit): Promise<number> {
  const today = dayOf(now)
  const found = limitOf(await findDropoutPack(db), limit, today) ?? limitOf(await shippedDropoutPack(), limit, today)
  if (found === undefined) throw new Error(`the shipped pack has no parameter ${limit}`)
  return found
}

function limitOf({ parameters }: Pack, limit: PackLimit, day: string): number | undefined {
  const values = parameters?.find(({ id }) => id === limit)?.values ?? []
  const value = values.findLast(({ since, until }) => since <= day && (until === undefined || day <= until))
  return value === undefined ? undefined : Number(value.value)
}
