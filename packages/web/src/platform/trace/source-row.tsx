import type { RowUse } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { CellExcerpt } from './cell-excerpt.tsx'
import { traceMessages } from './messages.ts'

export type CellUse = RowUse['cells'][number]

interface SourceRowProps {
  readonly cell: CellUse
  /** Cells of the table before the column, such as the name of the unit. */
  readonly before?: ReactNode
  readonly columns: number
  /** Whether the excerpt stands open at first. */
  readonly open: boolean
}

/** One cell that was read: column, value, address; the excerpt of its sheet opens below, as wide as the table. */
export function SourceRow({ cell, before, columns, open: first }: SourceRowProps): ReactNode {
  const [open, setOpen] = useState(first)
  const { at } = cell
  return (
    <>
      <tr>
        {before}
        <td>{cell.title}</td>
        <td className="align-right number">
          {cell.value ?? <span className="muted">{traceMessages.blank}</span>}
          {cell.value !== undefined && cell.unit !== undefined && <span className="muted"> {cell.unit}</span>}
        </td>
        <td>
          {at === undefined ? (
            <span className="muted">{traceMessages.noCell}</span>
          ) : (
            <button
              type="button"
              className="link"
              aria-expanded={open}
              title={traceMessages.showExcerpt(at.cell)}
              onClick={() => setOpen(!open)}
            >
              {traceMessages.cellAt(at, cell.title)}
            </button>
          )}
        </td>
      </tr>
      {open && at !== undefined && (
        <tr>
          <td colSpan={columns}>
            <CellExcerpt at={at} />
          </td>
        </tr>
      )}
    </>
  )
}

export function cellKey(cell: CellUse): string {
  return [cell.column, cell.at?.file, cell.at?.sheet, cell.at?.cell].join(' ')
}
