import type { TaskDetail, TaskVersion, VersionRow } from '@eduduty/core/collection/tasks'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { getJson, queryString } from '../../platform/api/http.ts'
import { createCellStore } from '../../platform/grid/cell-store.ts'
import { Grid } from '../../platform/grid/grid.tsx'
import type { CellPatch, GridRow } from '../../platform/grid/grid-model.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { useDesk } from './desk-context.ts'
import { handedIn, versionTitle } from './event-tab.tsx'
import { gridColumns, gridText } from './form-shape.ts'
import { fillMessages } from './messages.ts'
import { paneMessages } from './pane-messages.ts'
import { keyOf, rowsPerPage, type TaskKey, taskPath } from './task-queries.ts'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')
const says = paneMessages.version

type Against = 'now' | 'next'

const versionQuery = (key: TaskKey, version: number, row_from: number, against: Against) =>
  queryOptions({
    queryKey: [...collectingKey, 'version', key.county, key.task, version, row_from, against],
    queryFn: ({ signal }) =>
      getJson<TaskVersion>(
        `${taskPath(key)}/versions/${version}${queryString({ row_from: String(row_from), row_size: String(rowsPerPage), against })}`,
        signal,
      ),
  })

/** An earlier version, for reading only; what stands otherwise today is marked. */
export function VersionPanel(): ReactNode {
  const { detail } = useDesk()
  const { version } = route.useSearch()
  const navigate = route.useNavigate()
  const number = Number(version)
  if (!Number.isInteger(number) || number < 1) return null
  return (
    <SidePanel
      title={says.title(detail.task.title, number)}
      width={920}
      close={() => navigate({ search: (before) => ({ ...before, version: undefined }), replace: true })}
    >
      <Version key={number} version={number} />
    </SidePanel>
  )
}

function Version({ version }: { version: number }): ReactNode {
  const { detail } = useDesk()
  const [from, setFrom] = useState(0)
  // Before the last version but one, what comes after is another thing than what stands now.
  const hasNext = detail.versions.some((one) => one.version === version + 1)
  const isNextPresent = detail.versions.at(-1)?.version === version + 1
  const [against, setAgainst] = useState<Against>(hasNext ? 'next' : 'now')
  const query = useQuery(versionQuery(keyOf(detail.task), version, from, against))
  if (query.error !== null) return <ErrorState error={query.error} retry={() => query.refetch()} />
  if (query.data === undefined) return <Loading />
  const { data } = query
  return (
    <>
      <Facts data={data} />
      {hasNext && !isNextPresent && (
        <p className="filters">
          <Segmented<Against>
            size="small"
            aria-label={says.compare}
            value={against}
            onChange={setAgainst}
            options={[
              { value: 'next', label: says.withNext(version + 1) },
              { value: 'now', label: says.withNow },
            ]}
          />
        </p>
      )}
      {data.row_total > rowsPerPage && (
        <p className="filters">
          <span className="muted">{fillMessages.roster.range(from + 1, from + data.rows.length, data.row_total)}</span>
          <Button size="small" disabled={from === 0} onClick={() => setFrom(from - rowsPerPage)}>
            {fillMessages.roster.previous}
          </Button>
          <Button
            size="small"
            disabled={from + rowsPerPage >= data.row_total}
            onClick={() => setFrom(from + rowsPerPage)}
          >
            {fillMessages.roster.next}
          </Button>
        </p>
      )}
      <VersionGrid key={`${against} ${from}`} data={data} detail={detail} />
    </>
  )
}

function Facts({ data }: { data: TaskVersion }): ReactNode {
  const changed = data.rows.reduce((sum, row) => sum + Object.keys(row.now).length, 0)
  const gone = data.rows.filter((row) => row.is_gone).length
  return (
    <>
      <p>
        {versionTitle(data)}
        {handedIn(data) !== '' && <span className="apart muted">{handedIn(data)}</span>}
        {data.reason !== '' && <span className="apart muted">{says.because(data.reason)}</span>}
      </p>
      <p className={changed + gone + (data.rows_added ?? 0) > 0 ? 'short' : 'muted'}>
        {data.is_present ? says.present : says.differs(otherOf(data), changed, gone, data.rows_added ?? 0)}
      </p>
    </>
  )
}

/** What the version is compared with, in words. */
const otherOf = ({ compared_with: no }: TaskVersion): string => (no === undefined ? says.now : says.no(no))

const THEN = 'then'
const NOW = 'now'

function VersionGrid({ data, detail }: { data: TaskVersion; detail: TaskDetail }): ReactNode {
  const { is_roster: isRoster } = detail.task
  const columns = useMemo(() => gridColumns(detail.columns), [detail.columns])
  const rows = useMemo(() => rowsOf(data, detail), [data, detail])
  const [cells] = useState(() => createCellStore(data.rows.flatMap((row) => patchesOf(row, detail, data))))
  if (data.rows.length === 0) return <p className="muted">{says.empty}</p>
  return (
    <Grid
      label={says.title(detail.task.title, data.version)}
      layout={isRoster ? 'table' : 'form'}
      columns={columns}
      rows={rows}
      rowTitle={fillMessages.rowTitle(detail.row_is)}
      cells={cells}
      onChange={() => {}}
      height="calc(100vh - 220px)"
    />
  )
}

function rowsOf(data: TaskVersion, { task, columns }: TaskDetail): readonly GridRow[] {
  const { version, rows, is_present } = data
  if (!task.is_roster) {
    const then: GridRow = { id: THEN, label: says.no(version), readOnly: true }
    return is_present ? [then] : [then, { id: NOW, label: otherOf(data), readOnly: true }]
  }
  const keys = columns.filter((column) => column.is_key)
  return rows.map((row) => {
    const words = keys.map(({ id }) => row.cells[id] ?? '').filter((text) => text !== '')
    const name = words.length === 0 ? fillMessages.row(row.row_no) : words.join(' ')
    return { id: String(row.row_no), label: row.is_gone ? says.gone(name) : name, readOnly: true }
  })
}

function patchesOf(row: VersionRow, { task, columns }: TaskDetail, data: TaskVersion): readonly CellPatch[] {
  return columns.flatMap((column): CellPatch[] => {
    const text = row.refused[column.id] ?? gridText(column, row.cells[column.id] ?? '')
    const now = row.now[column.id]
    const state = now === undefined ? 'saved' : 'commented'
    const message = now === undefined ? {} : { message: says.thereIs(otherOf(data), now) }
    const then: CellPatch = {
      row: task.is_roster ? String(row.row_no) : THEN,
      column: column.id,
      cell: { text, state, ...message },
    }
    if (task.is_roster || data.is_present) return [then]
    return [
      then,
      { row: NOW, column: column.id, cell: { text: now === undefined ? text : gridText(column, now), state: 'saved' } },
    ]
  })
}
