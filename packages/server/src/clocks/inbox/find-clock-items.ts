import { startOfDay } from '@eduduty/core/calendar'
import { type InboxItem, inboxMost } from '@eduduty/core/desk'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { subjectOf } from './subject-of.ts'

/** Days, both included. */
interface Span {
  readonly from: string
  readonly to: string
}

interface ClockLine {
  readonly county_code: string
  readonly clock_id: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly title: string
  readonly due_on: string
  readonly started_on: string
  readonly rule_title: string
}

/** Time limits of somebody's own units that run and end within some days. */
export async function findClockItems(own: OwnAffairs, { from, to }: Span): Promise<InboxItem[]> {
  const caller = own.as('clocks.read')
  if (caller === undefined) return []
  const rows = await own.door.read(caller, ({ db }) =>
    db.run<ClockLine>(
      `select county_code, clock_id, subject_kind, subject_id, title, due_on, started_on,
         coalesce(rule ->> 'title', '') as rule_title
       from clocks_clocks
       where ($4::text[] is null or county_code = any($4::text[])) and org_path = any($1::text[]) and state = 'running'
         and due_on between $2 and $3 order by due_on, clock_id limit ${inboxMost}`,
      [own.units, from, to, countiesIn(own.units)],
    ),
  )
  return rows.map((row) => ({
    key: `clock:${row.clock_id}`,
    subject: subjectOf(row),
    county: row.county_code,
    id: subjectOf(row) === 'reminder' ? row.clock_id : row.subject_id,
    deed: '到期',
    title: row.title,
    unit_name: '',
    says: row.rule_title,
    at: startOfDay(row.started_on),
    due_on: row.due_on,
    may_accept: false,
    may_see: false,
  }))
}
