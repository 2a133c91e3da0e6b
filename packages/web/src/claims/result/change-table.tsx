import type { CheckDetail, ReportChange } from '@eduduty/core/claims'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { changeKinds } from '../claim-search.ts'
import { claimMessages } from '../messages.ts'
import { bringIntoSight } from './bring-into-sight.ts'

const route = getRouteApi('/shell/plain/claims/$county/$check')
const says = claimMessages.changes

const number = (key: 'before' | 'after' | 'percent', width: number): Column<ReportChange> => ({
  key,
  title: says[key],
  width,
  align: 'right',
  cell: (one) => <span className="number">{one[key]}</span>,
})

const columns: readonly Column<ReportChange>[] = [
  { key: 'quantity', title: says.quantity, width: 380, wrap: true, cell: ({ quantity }) => quantity },
  { key: 'kind', title: says.kind, width: 100, cell: ({ kind }) => says.kinds[kind] },
  number('before', 160),
  number('after', 160),
  number('percent', 110),
  {
    key: 'note',
    title: says.note,
    width: 220,
    cell: ({ jump }) => jump && <span className="claim-jump">{says.jump}</span>,
  },
]

/** What changed since another report: number, from, to, by how many per cent. */
export function ChangeTable({ check }: { check: CheckDetail }): ReactNode {
  const { change: kind } = route.useSearch()
  const navigate = route.useNavigate()
  const { changes = [], older } = check
  const count = (wanted: ReportChange['kind']): number => changes.filter((one) => one.kind === wanted).length
  const shown = changes.filter((one) => kind === undefined || one.kind === kind)
  const open = async ({ claim }: ReportChange): Promise<void> => {
    if (claim === undefined) return
    await navigate({ search: (before) => ({ ...before, view: undefined }) })
    requestAnimationFrame(() => bringIntoSight(`claim-${claim}`))
  }
  return (
    <section>
      <p className="muted">{says.purpose(older?.title ?? '')}</p>
      <div className="filters">
        <ChoiceFilter
          label={says.kind}
          value={kind}
          options={changeKinds.map((value) => ({ value, label: says.kinds[value] }))}
          pick={(value) =>
            navigate({
              search: (before) => ({ ...before, change: changeKinds.find((one) => one === value) }),
              replace: true,
            })
          }
        />
        <span className="filters-end muted">
          {says.summary(count('changed'), count('appeared'), count('vanished'))}
        </span>
      </div>
      <LedgerTable
        label={claimMessages.views.changes}
        rows={shown}
        columns={columns}
        rowKey={(one) => `${one.kind} ${one.quantity} ${one.before ?? ''} ${one.after ?? ''}`}
        onOpen={open}
        empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
      />
    </section>
  )
}
