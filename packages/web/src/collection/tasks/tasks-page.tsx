import type { TaskEntry } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { taskMessages as says } from './messages.ts'
import { ReminderBar } from './reminder-bar.tsx'
import { taskColumns } from './task-columns.tsx'
import { StateCounts, TaskFilters } from './task-filters.tsx'
import { tasksPageSize, tasksQuery } from './tasks-queries.ts'
import { isFiltered, type TasksSearch } from './tasks-search.ts'
import { seesMany, useLooker } from './use-looker.ts'

const route = getRouteApi('/shell/plain/collection/tasks')

/** What is to be reported, by whom, till when; for a school it reads like a list of things to do. */
export function TasksPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const looker = useLooker()
  const many = seesMany(looker)
  const { data: list, error, refetch } = useQuery(tasksQuery(search))
  const columns = useMemo(() => taskColumns(looker, many), [looker, many])
  const change = (part: TasksSearch) => navigate({ search: (before) => ({ ...before, page: undefined, ...part }) })
  return (
    <>
      <PlainHead title={says.title} purpose={purposeFor(looker.verbs)} />
      <ReminderBar reminders={list?.reminders ?? []} />
      <TaskFilters search={search} change={change} list={list} townships={list?.townships ?? []} many={many} />
      <StateCounts search={search} change={change} list={list} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && list === undefined && <Loading />}
      {error === null && list !== undefined && (
        <PrintSheet head={says.title}>
          <LedgerTable
            label={says.title}
            rows={many ? list.tasks : inTableOrder(list.tasks)}
            columns={columns}
            rowKey={(task) => task.task_id}
            height="calc(100vh - 196px)"
            empty={<Empty filtered={isFiltered(search)} />}
          />
          <Pager total={list.total} size={tasksPageSize} page={search.page} go={(page) => change({ page })} />
        </PrintSheet>
      )}
    </>
  )
}

const byNumber = new Intl.Collator('zh-CN', { numeric: true })

/** The few tables of one unit: what is due first, then as they are numbered. */
function inTableOrder(tasks: readonly TaskEntry[]): readonly TaskEntry[] {
  const key = (task: TaskEntry) =>
    [task.state === 'frozen' ? '1' : '0', task.due_on, task.period_id, task.table_no].join(' ')
  return [...tasks].sort((a, b) => byNumber.compare(key(a), key(b)))
}

function purposeFor(verbs: readonly string[]): string {
  if (verbs.includes('collection.review') || verbs.includes('collection.plan')) return says.purposeMany
  return verbs.includes('collection.review_first') ? says.purposeReview : says.purposeOwn
}

function Empty({ filtered }: { filtered: boolean }): ReactNode {
  const may = useMay()
  if (filtered) return <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
  const action = may('collection.plan') ? <Link to="/collection/periods">{says.openPeriods}</Link> : undefined
  return <EmptyState title={says.empty} advice={says.emptyAdvice} action={action} />
}
