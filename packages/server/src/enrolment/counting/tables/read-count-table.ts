import { dayOf } from '@eduduty/core/calendar'
import { type CountTable, countLines } from '@eduduty/core/enrolment'
import type { Pack } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import { findDropoutPack, shippedDropoutPack } from '../../find-dropout-pack.ts'
import { readLedgerSums } from '../read-ledgers.ts'

const LINE = 'small_count'

/** The counts of the ledgers by unit, for whoever may not see the children. Errors: `enrolment.county_not_found`. */
export async function readCountTable(ctx: Ctx, county: string, wanted: number | undefined): Promise<CountTable> {
  const today = dayOf(ctx.now)
  const below = lineOf(await findDropoutPack(ctx.db), today) ?? lineOf(await shippedDropoutPack(), today)
  if (below === undefined) throw new Error(`the shipped pack has no parameter ${LINE}`)
  const { years, year, places } = await readLedgerSums(ctx, county, wanted)
  return { years, year, below, lines: countLines(places, below) }
}

/** From how many children on a count is told, as the pack says on a day. */
function lineOf({ parameters }: Pack, day: string): number | undefined {
  const values = parameters?.find(({ id }) => id === LINE)?.values ?? []
  const value = values.findLast(({ since, until }) => since <= day && (until === undefined || day <= until))
  return value === undefined ? undefined : Number(value.value)
}
