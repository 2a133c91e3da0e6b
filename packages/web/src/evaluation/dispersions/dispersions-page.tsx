import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { evaluationMessages } from '../messages.ts'
import { useCoarseFigures } from '../use-coarse-figures.ts'
import { dispersionColumns } from './dispersion-columns.tsx'
import { DispersionDetail } from './dispersion-detail.tsx'
import { coefficientShown, limitShown } from './shown-number.ts'

const route = getRouteApi('/shell/run/evaluation/dispersions')

/** All coefficients of dispersion against their limits; the picked one taken apart by school. */
export function DispersionsPage(): ReactNode {
  const { dispersions } = useCurrentRun().index.assessment
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const says = evaluationMessages.dispersions
  const figures = useCoarseFigures()
  const staged = dispersions.some((one) => one.stage !== undefined)
  const columns = useMemo(() => dispersionColumns(staged, figures), [staged, figures])
  const picked =
    dispersions.find((one) => one.figure === search.pick) ??
    dispersions.find((one) => one.state === 'unmet') ??
    dispersions[0]
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      {picked === undefined ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <div className="dispersions">
          <section aria-label={says.list}>
            <LedgerTable
              label={says.list}
              columns={columns}
              rows={dispersions}
              rowKey={(one) => one.figure}
              sort={search.sort}
              onSort={(sort) => navigate({ search: (before) => ({ ...before, sort }), replace: true })}
              onOpen={(one) => navigate({ search: (before) => ({ ...before, pick: one.figure }), resetScroll: false })}
              selected={picked.figure}
            />
            <p className="muted">{says.pickHint}</p>
          </section>
          <DispersionDetail
            key={picked.figure}
            dispersion={picked}
            coefficient={coefficientShown(picked, figures)}
            limit={limitShown(picked, figures)}
          />
        </div>
      )}
    </>
  )
}
