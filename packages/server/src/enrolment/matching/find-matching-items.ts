import type { InboxItem, InboxPart } from '@eduduty/core/desk'
import { countyOf, reachesCounty } from '@eduduty/core/organizations'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { lineSql, onTwoRolls } from './findings.ts'

/**
 * That children found by comparing registers wait to be looked for: one line for whoever settles them, of all within reach.
 * Which school keeps a child on two rolls is settled for the whole county only.
 */
export async function findMatchingItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('enrolment.work')
  const county = countyOf(own.actor.path)
  if (caller === undefined || part !== 'waiting') return []
  const isWhole = reachesCounty(caller.scopes, county)
  const [row] = await own.door.read(caller, ({ db }) =>
    db.run<{ open: string; since: string | null; unit_name: string | null }>(
      `select count(distinct (${lineSql})) as open, min(found_at) as since,
         case when min(org_path) = max(org_path) then min(unit_name) end as unit_name
       from enrolment_findings where county_code = $1 and state = 'open'${isWhole ? '' : ` and not (${onTwoRolls})`}`,
      [county],
    ),
  )
  if (row === undefined || row.since === null) return []
  return [
    {
      key: `matching:${county}:${caller.scopes.toSorted().join(',')}`,
      subject: 'matching',
      county,
      id: county,
      deed: '核实',
      title: '名册比对发现的孩子',
      unit_name: row.unit_name ?? '',
      says: `有 ${row.open} 人待核实`,
      at: new Date(row.since).toISOString(),
      may_accept: false,
      may_see: false,
    },
  ]
}
