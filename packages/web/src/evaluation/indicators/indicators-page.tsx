import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { evaluationMessages } from '../messages.ts'
import type { ItemRow } from '../overview/item-row.ts'
import { type ItemFilter, itemFilters } from '../search.ts'
import { useCoarseFigures } from '../use-coarse-figures.ts'
import { indicatorColumns } from './indicator-columns.tsx'
import { filterIndicators, indicatorRows, OTHERS } from './indicator-rows.ts'
import type { IndicatorListSearch } from './indicator-search.ts'
import { indicatorMessages } from './messages.ts'
import { lightsQuery } from './queries.ts'

const route = getRouteApi('/shell/run/evaluation/indicators')
const says = indicatorMessages.list

/** The framework as a tree: every indicator with its light, reports, points and whose duty it is. */
export function IndicatorsPage(): ReactNode {
  const { id, index } = useCurrentRun()
  const lights = useQuery(lightsQuery(id))
  const isEmpty = !index.assessment.nodes.some(({ kind }) => kind === 'indicator')
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      {isEmpty ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : lights.error !== null ? (
        <ErrorState error={lights.error} retry={() => lights.refetch()} />
      ) : lights.data === undefined ? (
        <Loading />
      ) : (
        <Tree rows={indicatorRows(index, lights.data, says.others)} />
      )}
    </>
  )
}

function Tree({ rows }: { rows: readonly ItemRow[] }): ReactNode {
  const { index } = useCurrentRun()
  const search = route.useSearch()
  const figures = useCoarseFigures()
  const columns = useMemo(() => indicatorColumns(index, figures), [index, figures])
  const shown = useMemo(() => filterIndicators(rows, search, index), [rows, search, index])
  return (
    <>
      <EffectLine />
      <Filters shown={shown.length} all={rows.length} rows={rows} />
      <LedgerTable
        label={says.title}
        columns={columns}
        rows={shown}
        rowKey={({ section, item }) => `${section.id} ${item.indicator}`}
        groupOf={({ section }) => ({
          key: section.id,
          heading: (
            <span className="section-heading">
              {section.id !== OTHERS && <Light state={section.state} />} {section.title}
            </span>
          ),
        })}
        empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
      />
    </>
  )
}

/** Vetoes stand above all items: whether one is struck is said before anything else. */
function EffectLine(): ReactNode {
  const { effects } = useCurrentRun().index.assessment
  if (effects.length === 0) return null
  const struck = effects.filter(({ state }) => state === 'struck').length
  const open = effects.filter(({ state }) => state === 'undecided' || state === 'error').length
  const state = struck > 0 ? 'unmet' : open > 0 ? 'undecided' : 'met'
  return (
    <p className="effect-line">
      <strong>{says.effects}</strong>
      <Light state={state} word={says.effectCounts(struck, open, effects.length)} />
      <Link to="/evaluation/effects">{says.toEffects}</Link>
    </p>
  )
}

function Filters(props: { shown: number; all: number; rows: readonly ItemRow[] }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: IndicatorListSearch) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const sections = new Map(props.rows.map(({ section }) => [section.id, section.title]))
  const filter = evaluationMessages.overview.filter
  return (
    <div className="filters">
      <TextFilter label={says.search} text={search.q} onText={(q) => change({ q })} />
      <ChoiceFilter
        label={says.section}
        value={search.section}
        options={[...sections].map(([value, label]) => ({ value, label }))}
        pick={(section) => change({ section })}
      />
      <Segmented<ItemFilter | 'all'>
        size="small"
        value={search.state ?? 'all'}
        options={(['all', ...itemFilters] as const).map((value) => ({ value, label: filter[value] }))}
        onChange={(value) => change({ state: value === 'all' ? undefined : value })}
      />
      {(search.q ?? search.section ?? search.state) !== undefined && (
        <Button size="small" type="link" onClick={() => change({ q: undefined, section: undefined, state: undefined })}>
          {evaluationMessages.schools.clear}
        </Button>
      )}
      <span className="filters-end muted">{says.count(props.shown, props.all)}</span>
    </div>
  )
}
