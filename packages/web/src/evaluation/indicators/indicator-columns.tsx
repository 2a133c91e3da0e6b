import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RunIndex } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { itemColumns } from '../overview/item-columns.tsx'
import type { ItemRow } from '../overview/item-row.ts'
import { pointsOf } from './indicator-rows.ts'
import { indicatorMessages } from './messages.ts'

/** Taken from the column of standards, so that the table is no wider than the screen. */
const POINTS_WIDTH = 108

/** Columns of the verdict tree, with the way to the indicator's own page, and points where they are given. */
export function indicatorColumns(index: RunIndex, coarse: ReadonlyMap<string, readonly Figure[]>): Column<ItemRow>[] {
  const nodeOf = ({ item }: ItemRow) => index.nodes.get(item.indicator)
  const isRated = (index.assessment.ratings ?? []).length > 0
  return itemColumns(index, coarse).flatMap((column) => {
    if (column.key === 'title') return [{ ...column, cell: (row: ItemRow) => <TitleLink node={nodeOf(row)} /> }]
    if (column.key === 'gap' && isRated) return [pointsColumn(index), column]
    if (column.key === 'standard' && isRated) return [{ ...column, width: column.width - POINTS_WIDTH + 8 }]
    return [column]
  })
}

function TitleLink({ node }: { node: NodeView | undefined }): ReactNode {
  if (node === undefined) return null
  return (
    <>
      <Link to="/evaluation/indicators/$node" params={{ node: node.id }} title={node.wording}>
        {node.title}
      </Link>
      <UnverifiedTag verified={node.verified} />
    </>
  )
}

function pointsColumn(index: RunIndex): Column<ItemRow> {
  return {
    key: 'points',
    title: indicatorMessages.list.points,
    width: POINTS_WIDTH,
    align: 'right',
    cell: ({ item }) => {
      const node = index.nodes.get(item.indicator)
      const found = node === undefined ? undefined : pointsOf(index.assessment, node)
      if (found === undefined) return null
      return (
        <span className="number">
          {found.points}
          <span className="muted"> / {found.full}</span>
        </span>
      )
    },
  }
}
