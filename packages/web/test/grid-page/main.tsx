import { App, ConfigProvider } from 'antd'
import { type ReactNode, StrictMode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createCellStore } from '../../src/platform/grid/cell-store.ts'
import { ConflictDialog } from '../../src/platform/grid/conflict-dialog.tsx'
import { unsavedCount } from '../../src/platform/grid/edit-queue.ts'
import { Grid } from '../../src/platform/grid/grid.tsx'
import type { CellEdit, GridLayout } from '../../src/platform/grid/grid-model.ts'
import { createEditQueue } from '../../src/platform/grid/run-edit-queue.ts'
import { shownText } from '../../src/platform/grid/tidy-cell.ts'
import { useEditQueue } from '../../src/platform/grid/use-edit-queue.ts'
import { theme } from '../../src/platform/theme/theme.ts'
import { createPageServer, type PageServer } from './page-server.ts'
import { columns, initialCells, rowsOf } from './sample-form.ts'
import '../../src/platform/theme/base.css'
import '../../src/platform/table/table.css'
import '../../src/platform/grid/grid.css'

interface GridPage {
  readonly server: PageServer
  readonly batches: (readonly CellEdit[])[]
  readonly opened: string[]
  resume: () => void
}

declare global {
  interface Window {
    gridPage: GridPage
  }
}

const search = new URLSearchParams(location.search)
const layout: GridLayout = search.get('layout') === 'form' ? 'form' : 'table'
const count = Number(search.get('rows') ?? (layout === 'form' ? 1 : 12))
const rows = rowsOf(count, layout === 'table' && search.get('groups') !== 'no')
const server = createPageServer()
window.gridPage = { server, batches: [], opened: [], resume: () => {} }

function Page(): ReactNode {
  const [cells] = useState(() => createCellStore(initialCells(rows, search.get('full') === 'yes')))
  const { queue, state } = useEditQueue(() =>
    createEditQueue({ formKey: search.get('key') ?? 'test', cells, send: server.send, storage: localStorage }),
  )
  window.gridPage.resume = queue.resume
  const [isOpen, setIsOpen] = useState(false)
  const names = useMemo(() => new Map(rows.map((row) => [row.id, row.label])), [])
  const columnOf = (id: string) => columns.find((column) => column.id === id)
  const conflicts = [...state.conflicts.values()]
  return (
    <main style={{ padding: 16 }}>
      <h1>虚构县 2026 年度学校填报表</h1>
      <p className="muted" id="unsaved">
        未送达 {unsavedCount(state)} 格
      </p>
      <Grid
        label="学校填报表"
        layout={layout}
        columns={columns}
        rows={rows}
        rowTitle="学校"
        cells={cells}
        height={layout === 'table' ? '420px' : 'calc(100vh - 260px)'}
        onChange={(edits) => {
          window.gridPage.batches.push(edits)
          queue.edit(edits)
        }}
        onOpen={(row, column) => window.gridPage.opened.push(`${row} ${column}`)}
      />
      {conflicts.length > 0 && (
        <button type="button" className="link" onClick={() => setIsOpen(true)}>
          逐格选定 {conflicts.length} 格
        </button>
      )}
      {conflicts.length > 0 && isOpen && (
        <ConflictDialog
          conflicts={conflicts}
          nameOf={({ row, column }) => `${names.get(row) ?? row} ${columnOf(column)?.title ?? column}`}
          shown={({ column }, text) => {
            const found = columnOf(column)
            return found === undefined ? text : shownText(found, text)
          }}
          resolve={queue.resolve}
          close={() => setIsOpen(false)}
        />
      )}
    </main>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App>
        <Page />
      </App>
    </ConfigProvider>
  </StrictMode>,
)
