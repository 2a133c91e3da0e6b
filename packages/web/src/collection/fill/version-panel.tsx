import type { TaskVersion } from '@eduduty/core/collection/tasks'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { getJson, queryString } from '../../platform/api/http.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { useDesk } from './desk-context.ts'
import { handedIn, versionTitle } from './event-tab.tsx'
import { fillMessages } from './messages.ts'
import { paneMessages } from './pane-messages.ts'
import { keyOf, rowsPerPage, type TaskKey, taskPath } from './task-queries.ts'
import { otherOf, VersionGrid } from './version-grid.tsx'

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
