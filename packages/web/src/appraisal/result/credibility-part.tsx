import type { AppraisalDetail, AppraisalItemView, CredibilityView } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { givenText, isSame, pointsOf } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.result

interface PartProps {
  readonly detail: AppraisalDetail
  readonly credibility: CredibilityView
}

/** 自评可信度 with its formula, its parts, and the items on which self-rating and result differ. */
export function CredibilityPart({ detail, credibility }: PartProps): ReactNode {
  const rows = detail.items.filter(
    ({ self, verified }) => self !== undefined && verified !== undefined && !isSame(self, verified),
  )
  const facts = [
    [says.credibility, credibility.credibility],
    [says.facts.same, says.ofItems(credibility.same, credibility.same_share)],
    [says.facts.within(credibility.tolerance), says.ofItems(credibility.within, credibility.within_share)],
    [says.facts.mean, credibility.mean_deviation],
    [says.facts.over, says.ofItems(credibility.over, undefined)],
    [says.facts.under, says.ofItems(credibility.under, undefined)],
  ] as const
  return (
    <section aria-label={says.credibility}>
      <h3>{says.credibility}</h3>
      <dl className="appraisal-stats">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{credibility.words}</p>
      <p className="muted">
        {credibility.formula}
        {credibility.note !== undefined && `。${credibility.note}`}
      </p>
      <LedgerTable
        label={says.credibilityDiffs}
        rows={rows}
        columns={columns}
        rowKey={({ item }) => item}
        empty={<EmptyState title={says.noDiffs} />}
      />
    </section>
  )
}

function directionOf(item: AppraisalItemView): string {
  const [self, verified] = [pointsOf(item, item.self), pointsOf(item, item.verified)]
  if (self === undefined || verified === undefined || self === verified) return ''
  return self > verified ? says.over : says.under
}

const columns: readonly Column<AppraisalItemView>[] = [
  { key: 'no', title: says.diffColumns.no, width: 60, cell: ({ no }) => no },
  { key: 'title', title: says.diffColumns.title, width: 320, wrap: true, cell: ({ title }) => title },
  { key: 'self', title: says.diffColumns.self, width: 120, align: 'right', cell: (item) => givenText(item, item.self) },
  {
    key: 'verified',
    title: says.diffColumns.verified,
    width: 120,
    align: 'right',
    cell: (item) => givenText(item, item.verified),
  },
  { key: 'direction', title: says.diffColumns.direction, width: 80, cell: directionOf },
]
