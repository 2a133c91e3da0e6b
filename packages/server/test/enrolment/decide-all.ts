import { areaPath } from '@eduduty/core/organizations'
import { decideLimits, listLimits } from '../../src/enrolment/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testDoor } from '../harness/doors.ts'

/** A county has decided everything that the pack suggests, as it does. */
export async function decideAll(db: Database, county: string, clock: () => Date): Promise<void> {
  await testDoor(db, clock).write(systemIn(areaPath(county)), async (ctx) => {
    const limits = (await listLimits(ctx, county)).flatMap(({ id, suggested }) =>
      suggested === undefined ? [] : [{ id, amount: suggested.amount, unit: suggested.unit }],
    )
    await decideLimits(ctx, county, { limits, document: '某县控辍保学办法（虚构）', dated_on: '2024-01-05' })
  })
}
