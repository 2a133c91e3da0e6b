import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { Grid } from '../../platform/grid/grid.tsx'
import type { GridApi } from '../../platform/grid/use-grid-control.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { useDesk } from './desk-context.ts'
import { freedColumns, gridColumns, gridRows } from './form-shape.ts'
import { fillMessages as says } from './messages.ts'
import { RosterBar } from './roster-bar.tsx'
import type { TaskCells } from './use-task-cells.ts'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')

interface FormGridProps {
  readonly taskCells: TaskCells
  readonly onReady: (grid: GridApi) => void
  readonly onSelect: (row: string, column: string) => void
  readonly onOpen: (row: string, column: string) => void
}

/** The form itself: item by item for one row, line by line for a roster. */
export function FormGrid({ taskCells, onReady, onSelect, onOpen }: FormGridProps): ReactNode {
  const { detail } = useDesk()
  const { task } = detail
  const columns = useKept(gridColumns(detail.columns, freedColumns(detail)))
  const rows = useKept(gridRows(detail))
  const grid = (
    <Grid
      label={`${task.unit_name} ${task.title}`}
      layout={task.is_roster ? 'table' : 'form'}
      columns={columns}
      rows={rows}
      rowTitle={says.rowTitle(detail.row_is)}
      cells={taskCells.cells}
      onChange={taskCells.queue.edit}
      onSelect={onSelect}
      onOpen={onOpen}
      onReady={onReady}
      height={`max(200px, calc(100vh - ${task.is_roster ? 242 : 210}px - var(--fill-head, 62px)))`}
    />
  )
  if (!task.is_roster) return grid
  return (
    <>
      <RosterBar />
      {rows.length === 0 ? <NoRows /> : grid}
    </>
  )
}

function NoRows(): ReactNode {
  const { detail } = useDesk()
  const { row_text, row_problems } = route.useSearch()
  const { past, empty, emptyRead, emptyAdvice, notFound, notFoundAdvice } = says.roster
  if (row_text !== undefined || row_problems !== undefined)
    return <EmptyState title={notFound} advice={notFoundAdvice} />
  if (detail.row_total > 0) return <EmptyState title={past} />
  return <EmptyState title={empty} advice={detail.is_locked ? emptyRead : emptyAdvice} />
}

/** The same object as long as it says the same: the grid draws everything anew for another one. */
function useKept<T>(value: T): T {
  const kept = useRef(value)
  if (JSON.stringify(value) !== JSON.stringify(kept.current)) kept.current = value
  return kept.current
}
