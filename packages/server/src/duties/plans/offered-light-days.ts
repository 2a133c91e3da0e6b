import type { OfferedLightDays } from '@eduduty/core/duties'
import { DUTY_PACK, shippedDuties } from './shipped-duties.ts'

/** What a county is offered for its year, and where it comes from. Error: the shipped pack has none, which is a bug. */
export async function offeredLightDays(): Promise<OfferedLightDays> {
  const [days] = (await shippedDuties()).lights ?? []
  if (days === undefined) throw new Error(`pack ${DUTY_PACK} does not say when lights turn`)
  const { soon_days, silent_days, basis, verified } = days
  const source = [basis.document, basis.article ?? '', basis.note ?? ''].filter((part) => part !== '').join('，')
  return { soon_days, silent_days, source, is_unverified: verified.grade === 'U' }
}
