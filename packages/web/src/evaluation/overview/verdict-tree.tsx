import type { ItemView, SectionView } from '@eduduty/core/evaluation'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { evaluationMessages } from '../messages.ts'
import { type ItemFilter, itemFilters } from '../search.ts'
import { useCoarseFigures } from '../use-coarse-figures.ts'
import { itemColumns } from './item-columns.tsx'
import type { ItemRow } from './item-row.ts'

const route = getRouteApi('/shell/run/evaluation')

/** Sections and their items, one row each; a row opens its panel. */
export function VerdictTree(props: { selected: string | undefined; open: (indicator: string) => void }): ReactNode {
  const { index } = useCurrentRun()
  const { state } = route.useSearch()
  const navigate = route.useNavigate()
  const figures = useCoarseFigures()
  const says = evaluationMessages.overview
  const rows = useMemo(
    () =>
      index.assessment.sections.flatMap((section) =>
        section.items.filter((item) => passes(item, state)).map((item): ItemRow => ({ section, item })),
      ),
    [index, state],
  )
  const columns = useMemo(() => itemColumns(index, figures), [index, figures])
  if (index.assessment.sections.length === 0) return <EmptyState title={says.empty} />
  return (
    <section>
      <div className="section-bar">
        <h2>{says.tree}</h2>
        <Segmented<ItemFilter | 'all'>
          size="small"
          value={state ?? 'all'}
          options={(['all', ...itemFilters] as const).map((value) => ({ value, label: says.filter[value] }))}
          onChange={(value) =>
            navigate({ search: (before) => ({ ...before, state: value === 'all' ? undefined : value }), replace: true })
          }
        />
      </div>
      <LedgerTable
        label={says.tree}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.section.id} ${row.item.indicator}`}
        groupOf={(row) => ({ key: row.section.id, heading: <SectionHeading section={row.section} /> })}
        onOpen={(row) => props.open(row.item.indicator)}
        selected={rows
          .map((row) => `${row.section.id} ${row.item.indicator}`)
          .find((key) => key.endsWith(` ${props.selected}`))}
      />
    </section>
  )
}

function SectionHeading({ section }: { section: SectionView }): ReactNode {
  const met = section.items.filter((item) => item.state === 'met').length
  return (
    <span className="section-heading">
      <Light state={section.state} /> {section.title}
      <span className="muted apart">{evaluationMessages.overview.sectionCount(met, section.items.length)}</span>
    </span>
  )
}

function passes(item: ItemView, filter: ItemFilter | undefined): boolean {
  switch (filter) {
    case undefined:
      return true
    case 'open':
      return item.state !== 'met' && item.state !== 'not_applicable'
    case 'met':
    case 'unmet':
    case 'undecided':
      return item.state === filter
  }
}
