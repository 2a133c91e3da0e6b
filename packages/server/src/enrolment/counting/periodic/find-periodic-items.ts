import { dayOf, startOfDay } from '@eduduty/core/calendar'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { countyOf } from '@eduduty/core/organizations'
import type { OwnAffairs } from '../../../platform/http/own-affairs.ts'
import { isReportWaiting } from '../../limits/waiting.ts'
import { ownPaths, periodicSql, type StoredPeriodic, titleOfPeriod } from './periodic-row.ts'

/** Periodic reports of the inbox: those that one's unit owes and whose stretch is over, and those that one handed in. */
export async function findPeriodicItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('enrolment.read')
  if (caller === undefined || part === 'copied' || part === 'begun') return []
  const paths = ownPaths(own.grants, countyOf(own.actor.path))
  return own.door.read(caller, async ({ db, now }) => {
    type Row = StoredPeriodic & Record<string, StoredPeriodic[keyof StoredPeriodic]>
    const rows =
      part === 'waiting'
        ? await db.run<Row>(
            `${periodicSql} where p.org_path = any($1::text[]) and p.handed_in_on is null and p.ends_on <= $2
             order by c.due_on nulls last, p.periodic_id limit ${inboxMost}`,
            [paths, dayOf(now)],
          )
        : await db.run<Row>(
            `${periodicSql} where exists (select from enrolment_periodic_versions v where v.county_code = p.county_code
               and v.periodic_id = p.periodic_id and v.person_id = $1)
             order by p.handed_in_on desc, p.periodic_id limit ${inboxMost}`,
            [own.actor.id],
          )
    return rows.map((row) => itemOf(row, part === 'waiting'))
  })
}

function itemOf(row: StoredPeriodic, waits: boolean): InboxItem {
  const undecided = waits && isReportWaiting(row) ? '，期限未定' : ''
  const day = waits ? row.ends_on : (row.handed_in_on ?? row.ends_on)
  return {
    key: `periodic:${row.periodic_id}`,
    subject: 'periodic',
    county: row.county_code,
    id: row.periodic_id,
    deed: waits ? '报送' : '报过',
    title: `${row.title}（${titleOfPeriod(row)}）`,
    unit_name: row.unit_name,
    says: (waits && row.returned_on !== null ? `退回：${row.return_reason}` : `报${row.receiver}`) + undecided,
    at: startOfDay(day),
    ...(waits && row.due_on !== null && { due_on: row.due_on }),
    may_accept: false,
    may_see: false,
  }
}
