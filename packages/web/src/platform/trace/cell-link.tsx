import type { CellRef } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { CellExcerpt } from './cell-excerpt.tsx'
import { traceMessages } from './messages.ts'

/** Address of a source cell; opens the excerpt of its sheet below. */
export function CellLink(props: { at: CellRef; open?: boolean }): ReactNode {
  const { at } = props
  const [open, setOpen] = useState(props.open === true)
  return (
    <div className="cell-link">
      <button
        type="button"
        className="link"
        aria-expanded={open}
        title={traceMessages.showExcerpt(at.cell)}
        onClick={() => setOpen(!open)}
      >
        {at.sheet} › {at.cell}
      </button>
      <div className="muted cell-file">{at.file}</div>
      {open && <CellExcerpt at={at} />}
    </div>
  )
}
