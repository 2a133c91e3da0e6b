import { chinaMinute } from '@eduduty/core/calendar'
import type { GrantEntry, TenureEntry } from '@eduduty/core/identity'
import type { ReactNode } from 'react'
import { peopleMessages } from '../people/messages.ts'
import { grantMessages as says } from './messages.ts'

/** What stands in a tenure or grant, a particular to a line; empty ones are not shown. */
export type Summary = readonly (readonly [label: string, value: string])[]

export function tenureSummary(row: TenureEntry): Summary {
  return [
    [says.person, row.person_name],
    [says.unit, row.unit_name],
    [says.post, row.post_title],
    [says.tenures.kind, row.replaces === '' ? says.kinds[row.kind] : says.tenures.records.replaces(row.replaces)],
    [says.grants.period, peopleMessages.period(row.since, row.until)],
    [says.reason, row.reason],
    [says.proposer, `${row.proposed_by} ${chinaMinute(row.proposed_at)}`],
  ]
}

export function grantSummary(row: GrantEntry): Summary {
  return [
    [says.unit, row.unit_name],
    [says.post, row.post_title],
    [says.grants.holders, row.holders.join('、') || says.tenures.posts.vacant],
    [says.grants.role, row.role_title],
    [says.grants.scope, says.grants.scopeAndBelow(row.scope_name)],
    [says.grants.period, peopleMessages.period(row.since, row.until)],
    [says.reason, row.reason],
    [says.proposer, `${row.proposed_by} ${chinaMinute(row.proposed_at)}`],
  ]
}

export function SummaryList({ summary }: { summary: Summary }): ReactNode {
  return (
    <dl className="facts dialog-facts">
      {summary.map(([label, value]) =>
        value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
