import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { TaskDesk } from './task-desk.tsx'
import { taskQuery } from './task-queries.ts'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')

/** One table of one unit: filled in by the unit, looked through by those who review it. */
export function FillPage(): ReactNode {
  const key = route.useParams()
  const { row_from, row_text, row_problems, row } = route.useSearch()
  const detail = useQuery(taskQuery(key, { row_from, row_text, row_problems, row }))
  if (detail.error !== null && detail.data === undefined)
    return <ErrorState error={detail.error} retry={() => detail.refetch()} />
  if (detail.data === undefined || detail.data.task.task_id !== key.task) return <Loading />
  return <TaskDesk key={`${key.county}/${key.task}`} detail={detail.data} />
}
