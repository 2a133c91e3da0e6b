import { getRouteApi } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { TextFilter } from '../platform/table/text-filter.tsx'
import { type DataSearch, findingLevels } from './data-search.ts'
import { FindingPanel } from './finding-panel.tsx'
import { type FindingRow, filterFindings, listFindings, placeOf, splitPath } from './finding-row.ts'
import { LevelMark } from './level-mark.tsx'
import { collectionMessages } from './messages.ts'

const route = getRouteApi('/shell/run/collection')
const says = collectionMessages

/** What is wrong or was repaired, cell by cell; a row opens the excerpt of its sheet. */
export function FindingTable(): ReactNode {
  const { index } = useCurrentRun()
  const { findings } = index.assessment
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: DataSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const all = useMemo(() => listFindings(index.assessment), [index])
  const rows = useMemo(() => filterFindings(all, search, index), [all, search, index])
  if (findings.length === 0) return <EmptyState title={says.none} advice={says.noneAdvice} />
  const picked = search.pick === undefined ? undefined : findings[Number(search.pick)]
  return (
    <>
      <Filters search={search} change={change} shown={rows.length} />
      <LedgerTable
        label={says.title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        sort={search.sort ?? 'level'}
        onSort={(sort) => change({ sort })}
        onOpen={(row) => navigate({ search: (before) => ({ ...before, pick: row.key }) })}
        selected={search.pick}
        height="calc(100vh - 204px)"
        lines={2}
        empty={<EmptyState title={says.nothingFits} advice={says.nothingFitsAdvice} />}
      />
      {picked !== undefined && <FindingPanel finding={picked} close={() => change({ pick: undefined })} />}
    </>
  )
}

function Filters(props: { search: DataSearch; change: (part: DataSearch) => void; shown: number }): ReactNode {
  const { findings } = useCurrentRun().index.assessment
  const { search, change } = props
  const files = useMemo(
    () => [...new Set(findings.flatMap((one) => (one.file === undefined ? [] : [one.file])))],
    [findings],
  )
  const count = (level: string) => findings.filter((one) => one.level === level).length
  return (
    <div className="filters">
      <Segmented
        size="small"
        value={search.level ?? 'all'}
        options={[
          { value: 'all', label: says.filter.allLevels },
          ...findingLevels.map((level) => ({
            value: level,
            label: `${says.level[level]} ${count(level)}`,
            title: says.levelHint[level],
          })),
        ]}
        onChange={(value) => change({ level: findingLevels.find((level) => level === value) })}
      />
      <Select
        size="small"
        className="filter-wide"
        showSearch
        popupMatchSelectWidth={false}
        aria-label={says.filter.allFiles}
        value={search.file ?? ''}
        options={[{ value: '', label: says.filter.allFiles }, ...files.map((file) => ({ value: file, label: file }))]}
        onChange={(file) => change({ file: file === '' ? undefined : file })}
      />
      <TextFilter wide label={says.filter.search} text={search.q} onText={(q) => change({ q })} />
      <span className="filters-end muted">{says.filter.count(props.shown, findings.length)}</span>
    </div>
  )
}

const columns: Column<FindingRow>[] = [
  {
    key: 'level',
    title: says.columns.level,
    width: 96,
    cell: (row) => <LevelMark level={row.finding.level} />,
    sortBy: (row) => findingLevels.indexOf(row.finding.level),
  },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 150,
    cell: (row) => <span className="clamp">{row.finding.unit_name ?? row.finding.unit}</span>,
    sortBy: (row) => row.finding.unit_name ?? row.finding.unit,
  },
  {
    key: 'message',
    title: says.columns.message,
    width: 420,
    cell: (row) => (
      <span className="clamp" title={row.finding.message}>
        {row.finding.message}
      </span>
    ),
  },
  { key: 'found', title: says.columns.found, width: 110, cell: (row) => <Cut text={row.finding.found} /> },
  { key: 'taken', title: says.columns.taken, width: 90, cell: (row) => <Cut text={row.finding.taken} /> },
  { key: 'place', title: says.columns.place, width: 150, cell: (row) => <Cut text={placeOf(row.finding)} /> },
  {
    key: 'file',
    title: says.columns.file,
    width: 220,
    cell: (row) => row.finding.file !== undefined && <FileName path={row.finding.file} />,
    sortBy: (row) => row.finding.file,
  },
]

function Cut({ text }: { text: string | undefined }): ReactNode {
  return (
    <span className="clamp" title={text}>
      {text}
    </span>
  )
}

function FileName({ path }: { path: string }): ReactNode {
  const { name, folder } = splitPath(path)
  return (
    <span className="file-name" title={path}>
      {name}
      <span className="under">{folder}</span>
    </span>
  )
}
