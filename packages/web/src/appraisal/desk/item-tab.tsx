import type { AppraisalDetail, AppraisalItemView } from '@eduduty/core/appraisal'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { type ItemFilter, itemFilters } from '../appraisal-search.ts'
import { deviates, pointsText, sumOf } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'
import type { DeskProps } from './desk-props.ts'
import { isMine } from './is-mine.ts'
import { itemColumns } from './item-columns.tsx'
import { ItemPanel } from './item-panel.tsx'

const says = appraisalMessages.items
const route = getRouteApi('/shell/plain/appraisal/$county/$appraisal')

/** Sections and items with what was computed, said, rated and verified; a row opens the item. */
export function ItemTab({ appraisalKey, detail }: DeskProps): ReactNode {
  const { item: open, show = 'all' } = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const columns = useMemo(() => itemColumns(detail, may('evaluation.read')), [detail, may])
  const rows = detail.items.filter((item) => isShown(detail, item, show))
  const go = (item: string | undefined) => navigate({ search: (before) => ({ ...before, item }), resetScroll: false })
  return (
    <>
      <div className="section-bar">
        <Segmented<ItemFilter>
          size="small"
          value={show}
          options={itemFilters.map((value) => ({
            value,
            label: `${says.filter[value]} ${detail.items.filter((item) => isShown(detail, item, value)).length}`,
          }))}
          onChange={(value) =>
            navigate({ search: (before) => ({ ...before, show: value === 'all' ? undefined : value }), replace: true })
          }
        />
      </div>
      <LedgerTable
        label={says.label}
        rows={rows}
        columns={columns}
        rowKey={({ item }) => item}
        onOpen={({ item }) => go(item)}
        selected={open}
        groupOf={({ section }) => ({ key: section, heading: <Section {...{ detail, section }} /> })}
        empty={<EmptyState title={says.emptyFilter} />}
      />
      {open !== undefined && <ItemPanel {...{ appraisalKey, detail, go }} id={open} />}
    </>
  )
}

function isShown(detail: AppraisalDetail, item: AppraisalItemView, show: ItemFilter): boolean {
  switch (show) {
    case 'all':
      return true
    case 'mine':
      return isMine(detail, item)
    case 'deviates':
      return deviates(item)
    case 'differs':
      return item.settlement === 'differs'
  }
}

/** The section with its points so far. */
function Section({ detail, section }: { detail: AppraisalDetail; section: string }): ReactNode {
  const items = detail.items.filter((item) => item.section === section && !item.is_idle)
  const title = detail.sections.find((one) => one.section === section)?.title ?? section
  const full = fullOf(items)
  const parts = [
    [says.columns.computed, sumOf(items, ({ computed }) => computed)],
    [says.columns.self, sumOf(items, ({ self }) => self)],
    [says.columns.verified, sumOf(items, ({ verified }) => verified)],
  ] as const
  const known = parts.flatMap(([name, points]) => (points === undefined ? [] : [says.part(name, pointsText(points))]))
  return (
    <span className="section-heading">
      {title}
      <span className="muted apart">{says.section(pointsText(full), known.join('　'))}</span>
    </span>
  )
}

const fullOf = (items: readonly AppraisalItemView[]): number =>
  items.reduce((sum, { full = '0' }) => sum + Number(full), 0)
