import type { FileView } from '@eduduty/core/evaluation'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { collectionMessages } from './messages.ts'

const says = collectionMessages.files

interface SheetRow {
  readonly key: string
  readonly file: FileView
  readonly sheet: string
  readonly register: string | undefined
  readonly year: number | undefined
  readonly rows: number | undefined
}

/** Every sheet of every file, and what it was recognised as. */
export function FileTable(props: { files: readonly FileView[] }): ReactNode {
  const { registerTitles } = useCurrentRun().index
  const rows = useMemo(
    () => props.files.flatMap((file) => sheetRows(file, registerTitles)),
    [props.files, registerTitles],
  )
  return (
    <LedgerTable
      label={collectionMessages.tabs.files(props.files.length)}
      rows={rows}
      rowKey={(row) => row.key}
      height="calc(100vh - 170px)"
      empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
      columns={[
        {
          key: 'name',
          title: says.columns.name,
          width: 360,
          cell: (row) => <span title={row.file.sha256}>{row.file.name}</span>,
        },
        { key: 'sheet', title: says.columns.sheet, width: 200, cell: (row) => row.sheet },
        {
          key: 'registers',
          title: says.columns.registers,
          width: 200,
          cell: (row) => row.register ?? <span className="muted">{says.unrecognised}</span>,
        },
        {
          key: 'year',
          title: says.columns.year,
          width: 70,
          align: 'right',
          cell: (row) => <span className="number">{row.year}</span>,
        },
        {
          key: 'rows',
          title: says.columns.rows,
          width: 90,
          align: 'right',
          cell: (row) => <span className="number">{row.rows}</span>,
        },
        {
          key: 'size',
          title: says.columns.size,
          width: 90,
          align: 'right',
          cell: (row) => <span className="number">{Math.ceil(row.file.bytes / 1024)}</span>,
        },
      ]}
    />
  )
}

function sheetRows(file: FileView, titles: ReadonlyMap<string, string>): SheetRow[] {
  const blank = { file, register: undefined, year: undefined, rows: undefined }
  if (file.sheets.length === 0) return [{ ...blank, key: file.name, sheet: says.noSheets }]
  return file.sheets.flatMap((sheet): SheetRow[] => {
    const key = `${file.name} ${sheet.name}`
    if (sheet.registers.length === 0) return [{ ...blank, key, sheet: sheet.name }]
    return sheet.registers.map((use) => ({
      key: `${key} ${use.register} ${use.year ?? ''}`,
      file,
      sheet: sheet.name,
      register: titles.get(use.register) ?? use.register,
      year: use.year,
      rows: use.rows,
    }))
  })
}
