import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { oneLine } from '../drafts/draft-row.ts'

interface ReportLine {
  readonly county_code: string
  readonly report_id: string
  readonly subject_name: string
  readonly title: string
  readonly state: string
  readonly open_marks: number
  readonly at: string
  readonly reason: string
  readonly note: string
}

const lineColumns = 'd.county_code, d.report_id, d.subject_name, d.title, d.state, d.open_marks'

/** Steps that a person takes on purpose; keeping is none. */
const steps = `('send', 'withdraw', 'return', 'sign', 'reopen')`

/** Reports of the inbox: to be signed, returned to whoever sent them, on their way, dealt with. */
export async function findReportItems({ as, actor, grants, door }: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = as('reports.read')
  if (caller === undefined) return []
  return door.read(caller, (ctx) => {
    switch (part) {
      case 'waiting':
        return findWaiting(ctx, actor.id, scopesFor(grants, 'reports.sign'))
      case 'begun':
        return findSent(ctx, actor.id)
      case 'copied':
        return Promise.resolve([])
      case 'done':
        return findDone(ctx, actor.id)
    }
  })
}

async function findWaiting({ db, scopes }: Ctx, person: string, signing: readonly string[]): Promise<InboxItem[]> {
  const rows = await db.run<ReportLine>(
    `select ${lineColumns}, d.state_at as at, coalesce(v.reason, '') as reason, coalesce(v.note, '') as note
     from reports_drafts d
     left join lateral (select reason, note from reports_versions v
       where v.county_code = d.county_code and v.report_id = d.report_id and v.reason in ${steps}
       order by version desc limit 1) as v on true
     where ($3::text[] is null or d.county_code = any($3::text[])) and ((d.state = 'review' and d.sent_by is distinct from $1
         and exists (select from unnest($2::text[]) as scope where starts_with(d.org_path, scope)))
       or (d.state = 'writing' and d.sent_by = $1 and v.reason = 'return'))
     order by d.state_at limit ${inboxMost}`,
    [person, signing, countiesIn(scopes)],
  )
  return rows.map((row) => ({
    ...itemOf(row),
    ...(row.state === 'review' ? { deed: '签发', says: '' } : { deed: '修改后重送', says: `退回：${row.note}` }),
  }))
}

const itemOf = (row: ReportLine) => ({
  key: `report:${row.report_id}`,
  subject: 'report' as const,
  county: row.county_code,
  id: row.report_id,
  title: oneLine(row.title),
  unit_name: row.subject_name,
  at: row.at,
  may_accept: false,
  may_see: false,
})

async function findSent({ db, scopes }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<ReportLine>(
    `select ${lineColumns}, d.state_at as at, '' as reason, '' as note from reports_drafts d
     where ($2::text[] is null or d.county_code = any($2::text[]))
       and d.state = 'review' and d.sent_by = $1 order by d.state_at limit ${inboxMost}`,
    [person, countiesIn(scopes)],
  )
  return rows.map((row) => ({ ...itemOf(row), deed: '送审中', says: '在签发人那里' }))
}

const stepTitles: Readonly<Record<string, string>> = {
  send: '送审',
  withdraw: '撤回',
  return: '退回',
  sign: '签发',
  reopen: '重新打开',
}

async function findDone({ db, scopes }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<ReportLine>(
    `select * from (select distinct on (d.county_code, d.report_id) ${lineColumns}, v.kept_at as at, v.reason, v.note
       from reports_versions v join reports_drafts d on d.county_code = v.county_code and d.report_id = v.report_id
       where ($2::text[] is null or v.county_code = any($2::text[])) and v.person_id = $1 and v.reason in ${steps}
       order by d.county_code, d.report_id, v.version desc) as latest
     order by at desc limit ${inboxMost}`,
    [person, countiesIn(scopes)],
  )
  return rows.map((row) => ({ ...itemOf(row), deed: stepTitles[row.reason] ?? '', says: '' }))
}
