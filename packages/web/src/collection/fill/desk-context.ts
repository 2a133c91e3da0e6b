import type { TaskDetail } from '@eduduty/core/collection/tasks'
import { createContext, useContext } from 'react'
import type { CellEdit } from '../../platform/grid/grid-model.ts'
import type { ReturnBasket } from '../review/use-return-basket.ts'
import { fillMessages } from './messages.ts'
import type { CellPlace } from './task-queries.ts'

/** What all parts of the page of one task share. */
export interface Desk {
  readonly detail: TaskDetail
  /** Findings come from this page's own check: the server has not confirmed them. */
  readonly isFoundHere: boolean
  /** The cell at which the reader is. */
  readonly place: CellPlace | undefined
  /** Makes a cell active and brings it into sight. */
  readonly goTo: (place: CellPlace) => void
  /** Cells typed and not yet saved. */
  readonly unsaved: number
  /** Cells were written by another way than typing; the grid can undo it. */
  readonly remember: (edits: readonly CellEdit[]) => void
  /** Cells chosen to be sent back. */
  readonly basket: ReturnBasket
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('useDesk outside of the page of a task')
  return desk
}

/** 第 3 行: its place in the table, not the number it is kept under, which grows with every file. */
export const rowTitle = ({ row_positions: positions = {} }: Pick<TaskDetail, 'row_positions'>, row: number): string =>
  fillMessages.row(positions[String(row)] ?? row)

export const columnTitle = ({ columns }: TaskDetail, id: string): string =>
  columns.find((column) => column.id === id)?.title ?? id
