import { type CountTable, countLines } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { readPackLimit } from '../../pack-limit.ts'
import { readLedgerSums } from '../read-ledgers.ts'

/** The counts of the ledgers by unit, for whoever may not see the children. Errors: `enrolment.county_not_found`. */
export async function readCountTable(ctx: Ctx, county: string, wanted: number | undefined): Promise<CountTable> {
  const below = await readPackLimit(ctx, 'small_count')
  const { years, year, places } = await readLedgerSums(ctx, county, wanted)
  return { years, year, below, lines: countLines(places, below) }
}
