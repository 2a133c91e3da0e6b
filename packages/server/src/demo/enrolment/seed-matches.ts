import { areaPath } from '@eduduty/core/organizations'
import { countedYears } from '../../collection/index.ts'
import { findMatchPack, MatchRuns } from '../../enrolment/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, judgedYear } from '../county.ts'

const root = areaPath(county.code)

/**
 * Compares the rosters of the demo county once, as the system and now: whoever opens the page finds results. Nothing is done
 * where somebody has compared before, or where there are no rosters or no pack that says how. Tells whether it compared.
 */
export async function seedMatches({ door, keyring }: Pick<Installation, 'door' | 'keyring'>): Promise<boolean> {
  const caller = systemCaller('比对演示县的名册', { scopes: [root], county: county.code, path: root })
  const isWanted = await door.read(caller, async ({ db }) => {
    const [run] = await db.run('select 1 from enrolment_match_runs where county_code = $1 limit 1', [county.code])
    if (run !== undefined) return false
    const pack = await findMatchPack(db)
    const first = pack?.pack.matches?.[0]
    if (pack === undefined || first === undefined) return false
    const years = await countedYears(db, { county: county.code, pack }, first.left.register)
    return years.includes(judgedYear)
  })
  if (!isWanted) return false
  const { ended } = await new MatchRuns(door, keyring).start(caller, county.code, judgedYear)
  await ended
  return true
}
