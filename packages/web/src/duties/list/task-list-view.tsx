import type { DutyPlan, TaskList } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { type DutiesSearch, isFiltered, lists } from '../duties-search.ts'
import { tasksPageSize, tasksQuery } from '../duty-queries.ts'
import { dutyMessages as says } from '../messages.ts'
import { TaskPanel } from '../panel/task-panel.tsx'
import { taskColumns } from './task-columns.tsx'
import { LightCounts, TaskFilters } from './task-filters.tsx'

const route = getRouteApi('/shell/plain/duties')

/** The five lists that governments keep are views of the same tasks; a row opens its panel. */
export function TaskListView({ plan }: { plan: DutyPlan }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(tasksQuery(plan, search))
  const change = (part: DutiesSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const show = (task: string | undefined) => navigate({ search: (before) => ({ ...before, task }) })
  const tabs = [undefined, ...lists].map((list) => ({ key: list ?? 'all', label: list ?? says.allLists }))
  return (
    <>
      <Tabs
        size="small"
        aria-label={says.lists}
        activeKey={search.list ?? 'all'}
        onChange={(key) => change({ list: lists.find((list) => list === key) })}
        items={tabs}
      />
      <TaskFilters search={search} change={change} list={data} />
      <LightCounts search={search} change={change} list={data} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <PrintSheet head={[plan.title, search.list ?? ''].filter((part) => part !== '').join('　')}>
          <LedgerTable
            label={says.title}
            rows={data.tasks}
            columns={taskColumns}
            rowKey={(one) => one.task}
            onOpen={(one) => show(one.task)}
            selected={search.task}
            height="calc(100vh - 262px)"
            empty={<Empty filtered={isFiltered(search) || search.list !== undefined} list={data} />}
          />
          <Pager total={data.total} size={tasksPageSize} page={search.page} go={(page) => change({ page })} />
        </PrintSheet>
      )}
      {search.task !== undefined && (
        <TaskPanel key={search.task} plan={plan} task={search.task} show={show} close={() => show(undefined)} />
      )}
    </>
  )
}

function Empty({ filtered, list }: { filtered: boolean; list: TaskList }): ReactNode {
  const may = useMay()
  if (filtered && list.plan.tasks > 0)
    return <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
  return <EmptyState title={says.empty} advice={may('duties.plan') ? says.emptyAdvice : says.emptyAdviceOthers} />
}
