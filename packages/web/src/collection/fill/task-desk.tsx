import { type TaskDetail, taskStates } from '@eduduty/core/collection/tasks'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, type RefObject, useCallback, useMemo, useRef } from 'react'
import { unsavedCount } from '../../platform/grid/edit-queue.ts'
import type { CellEdit } from '../../platform/grid/grid-model.ts'
import type { GridApi } from '../../platform/grid/use-grid-control.ts'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { useReturnBasket } from '../review/use-return-basket.ts'
import { DeskContext } from './desk-context.ts'
import { FillHead } from './fill-head.tsx'
import { FormGrid } from './form-grid.tsx'
import { gridRow } from './form-shape.ts'
import { LockBar } from './lock-bar.tsx'
import { fillMessages as says } from './messages.ts'
import { SaveBar } from './save-bar.tsx'
import { SidePane } from './side-pane.tsx'
import type { CellPlace } from './task-queries.ts'
import { useHeadHeight } from './use-head-height.ts'
import { usePageRules } from './use-page-rules.ts'
import { useRecheck } from './use-recheck.ts'
import { isRowShown, useAddressedCell, useSelectedCell } from './use-selected-cell.ts'
import { useTaskCells } from './use-task-cells.ts'
import { VersionPanel } from './version-panel.tsx'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')

/** Head, form and panel of one task, with the cells that are being typed. */
export function TaskDesk({ detail }: { detail: TaskDetail }): ReactNode {
  const { task } = detail
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const taskCells = useTaskCells(detail)
  const { shown, isFoundHere } = usePageRules(detail, taskCells)
  const grid = useRef<GridApi>(undefined)
  const { place, onSelect } = useSelectedCell(detail)
  const basket = useReturnBasket()
  const height = useHeadHeight()
  const goTo = useGoTo(detail, grid)
  const onReady = useCallback((api: GridApi) => {
    grid.current = api
  }, [])
  useAddressedCell(search, detail, goTo)
  useRecheck(detail)
  const remember = useCallback((edits: readonly CellEdit[]) => grid.current?.remember(edits), [])
  const unsaved = unsavedCount(taskCells.state)
  const desk = useMemo(
    () => ({ detail: shown, isFoundHere, place, goTo, basket, remember, unsaved }),
    [shown, isFoundHere, place, goTo, basket, remember, unsaved],
  )
  const isFolded = search.panel === 'closed'
  const show = (part: { panel?: 'closed' | undefined; tab?: 'cell' }) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  return (
    <DeskContext.Provider value={desk}>
      <div ref={height.desk}>
        <div ref={height.head} className="fill-top">
          <FillHead taskCells={taskCells} finish={() => grid.current?.finish()} />
          <LockBar />
          <SaveBar taskCells={taskCells} />
        </div>
        <VersionPanel />
        <PrintSheet>
          <PrintTitle task={task} />
          <div className={isFolded ? 'fill-body fill-body-wide' : 'fill-body'}>
            <div className="fill-form">
              <FormGrid
                taskCells={taskCells}
                onReady={onReady}
                onSelect={onSelect}
                onOpen={() => show({ panel: undefined, tab: 'cell' })}
              />
              <p className="print-only fill-sign">{says.print.sign}</p>
            </div>
            {isFolded ? (
              <Button size="small" className="fill-unfold" onClick={() => show({ panel: undefined })}>
                {says.panel.unfold}
              </Button>
            ) : (
              <SidePane fold={() => show({ panel: 'closed' })} />
            )}
          </div>
        </PrintSheet>
      </div>
    </DeskContext.Provider>
  )
}

/** The way to a cell: on the page as it is, or else by way of the part of the roster in which it stands. */
function useGoTo(detail: TaskDetail, grid: RefObject<GridApi | undefined>): (to: CellPlace) => void {
  const navigate = route.useNavigate()
  const { task, rows } = detail
  return useCallback(
    ({ row, column }) => {
      if (isRowShown({ task, rows }, row)) grid.current?.goTo(gridRow(task, row), column)
      else navigate({ search: (before) => ({ ...before, ...onlyRow, row: String(row), column }) })
    },
    [task, rows, grid, navigate],
  )
}

/** Nothing else says which rows are shown. */
const onlyRow = { row_from: undefined, row_text: undefined, row_problems: undefined }

function PrintTitle({ task }: Pick<TaskDetail, 'task'>): ReactNode {
  return (
    <div className="print-only fill-title">
      <h1>{says.headTitle(task.table_no, task.title)}</h1>
      <p>{says.print.line(task.unit_name, task.period_title, taskStates[task.state])}</p>
    </div>
  )
}
