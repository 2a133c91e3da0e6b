import { decidedVisit } from '@eduduty/core/enrolment'
import type { ClockRule } from '@eduduty/core/packs'
import type { Queries } from '../../../platform/db/database.ts'
import { readDecided } from '../../limits/read-decided.ts'
import type { CarePack } from '../care-pack.ts'

/** The time limit until the next visit to children of a kind in a county; undefined where nobody has said how long it is. */
export async function visitRule(
  db: Queries,
  county: string,
  pack: CarePack,
  kind: string,
): Promise<ClockRule | undefined> {
  return decidedVisit(pack, await readDecided(db, county), kind)?.rule
}
