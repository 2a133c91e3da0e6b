import { type InboxItem, inboxMost } from '@eduduty/core/desk'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { ANSWER_DAYS } from '../handovers/present-handover.ts'
import { plain, titleOf } from './plain-item.ts'

interface HandoverItemRow {
  readonly county_code: string
  readonly handover_id: string
  readonly case_id: string
  readonly child_name: string
  readonly from_name: string
  readonly to_name: string
  readonly state: string
  readonly answer: string
  readonly at: string
}

const columns = 'county_code, handover_id, case_id, child_name, from_name, to_name, state, answer'

/** Children offered to units or by them, and not answered yet. */
export async function findOffered(ctx: Ctx, units: readonly OrgPath[], side: 'from' | 'to'): Promise<InboxItem[]> {
  const rows = await ctx.db.run<HandoverItemRow>(
    `select ${columns}, offered_at as at from enrolment_handovers
     where side = $1 and state = 'offered' and org_path = any($2::text[]) order by offered_at limit ${inboxMost}`,
    [side, units],
  )
  return rows.map((row) => ({
    ...plain,
    key: `handover-${side}:${row.handover_id}`,
    county: row.county_code,
    id: side === 'to' ? row.handover_id : row.case_id,
    deed: side === 'to' ? '接收转来的学生' : '等待接收',
    title: titleOf(row),
    unit_name: row.from_name,
    says: side === 'to' ? `${row.from_name}提请转来` : `在${row.to_name}那里`,
    at: row.at,
  }))
}

/** What became of children whom units had offered: taken, or sent back and why. */
export async function findAnswered(ctx: Ctx, units: readonly OrgPath[]): Promise<InboxItem[]> {
  const rows = await ctx.db.run<HandoverItemRow>(
    `select ${columns}, answered_at as at from enrolment_handovers
     where side = 'from' and state in ('accepted', 'refused') and org_path = any($1::text[])
       and answered_at > $2::timestamptz - interval '${ANSWER_DAYS} days'
     order by answered_at desc limit ${inboxMost}`,
    [units, ctx.now],
  )
  return rows.map((row) => ({
    ...plain,
    key: `handover-answer:${row.handover_id}`,
    county: row.county_code,
    id: row.case_id,
    deed: row.state === 'accepted' ? '转交已接收' : '转交被退回',
    title: titleOf(row),
    unit_name: row.to_name,
    says: row.state === 'accepted' ? `${row.to_name}已接收` : `${row.to_name}退回：${row.answer}`,
    at: row.at,
    may_see: true,
  }))
}
