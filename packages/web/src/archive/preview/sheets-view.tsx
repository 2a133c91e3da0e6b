import type { Preview } from '@eduduty/core/archive'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { numbered } from './numbered.ts'
import { PlainGrid } from './plain-grid.tsx'

const says = archiveMessages.preview

/** A workbook, sheet by sheet. */
export function SheetsView({ preview }: { preview: Preview }): ReactNode {
  return (
    <Tabs
      size="small"
      className="archive-sheets"
      items={numbered(preview.sheets).map(({ no, one }) => ({
        key: String(no),
        label: one.name,
        children: (
          <div className="archive-view">
            <PlainGrid rows={one.rows} hasNumbers />
            {one.more_rows > 0 && <p className="note">{says.moreRows(one.more_rows)}</p>}
          </div>
        ),
      }))}
    />
  )
}
