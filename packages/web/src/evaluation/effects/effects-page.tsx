import type { EffectView } from '@eduduty/core/evaluation'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { evaluationMessages } from '../messages.ts'
import { effectColumns } from './effect-columns.tsx'
import { effectStates } from './effects-search.ts'
import { effectMessages } from './messages.ts'

const route = getRouteApi('/shell/run/evaluation/effects')
const says = effectMessages
const order: Record<EffectView['state'], number> = { struck: 0, error: 1, undecided: 2, clear: 3 }

/** Vetoes, downgrades and caps: struck, open or clear, and how near each is to turning. */
export function EffectsPage(): ReactNode {
  const { index } = useCurrentRun()
  const { effects, ratings = [], run } = index.assessment
  const { state } = route.useSearch()
  const navigate = route.useNavigate()
  const rows = effects
    .filter((effect) => state === undefined || effect.state === state)
    .toSorted((a, b) => order[a.state] - order[b.state])
  const count = (wanted: EffectView['state']) => effects.filter((effect) => effect.state === wanted).length
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      {effects.length === 0 ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <>
          <div className="filters">
            <Segmented<(typeof effectStates)[number] | 'all'>
              size="small"
              value={state ?? 'all'}
              options={[
                { value: 'all' as const, label: `${evaluationMessages.overview.filter.all} ${effects.length}` },
                ...effectStates.map((value) => ({ value, label: `${says.summary[value]} ${count(value)}` })),
              ]}
              onChange={(value) => navigate({ search: { state: value === 'all' ? undefined : value }, replace: true })}
            />
          </div>
          <LedgerTable
            label={says.title}
            columns={effectColumns(run.year, new Map(ratings.map(({ id, title }) => [id, title])))}
            rows={rows}
            rowKey={(effect) => effect.id}
            empty={<EmptyState title={says.none} />}
          />
        </>
      )}
    </>
  )
}
