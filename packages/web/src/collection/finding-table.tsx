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
import { type FindingRow, findingRows, placeOf } from './finding-row.ts'
import { LevelMark } from './level-mark.tsx'
import { collectionMessages } from './messages.ts'

const route = getRouteApi('/collection')
const says = collectionMessages

/** What is wrong or was repaired, cell by cell; a row opens the excerpt of its sheet. */
export function FindingTable(): ReactNode {
  const { findings } = useCurrentRun().index.assessment
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: DataSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const rows = useMemo(() => findingRows(findings, search), [findings, search])
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
        height="calc(100vh - 236px)"
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
    width: 104,
    cell: (row) => <LevelMark level={row.finding.level} />,
    sortBy: (row) => findingLevels.indexOf(row.finding.level),
  },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 170,
    cell: (row) => row.finding.unit_name ?? row.finding.unit,
    sortBy: (row) => row.finding.unit_name ?? row.finding.unit,
  },
  {
    key: 'message',
    title: says.columns.message,
    width: 380,
    cell: (row) => <span title={row.finding.message}>{row.finding.message}</span>,
  },
  { key: 'found', title: says.columns.found, width: 100, cell: (row) => row.finding.found },
  { key: 'taken', title: says.columns.taken, width: 90, cell: (row) => row.finding.taken },
  { key: 'place', title: says.columns.place, width: 150, cell: (row) => placeOf(row.finding) },
  {
    key: 'file',
    title: says.columns.file,
    width: 220,
    cell: (row) => (
      <span className="muted" title={row.finding.file}>
        {row.finding.file?.split('/').at(-1)}
      </span>
    ),
    sortBy: (row) => row.finding.file,
  },
]
