import type { DutyPlan, DutyPlanList, PlanDraft, TaskList, TaskView } from '@eduduty/core/duties'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../platform/api/http.ts'
import type { DutiesSearch } from './duties-search.ts'

export const dutiesKey = ['duties'] as const

export const tasksPageSize = 200

type PlanKey = Pick<DutyPlan, 'county' | 'plan'>

export const planPath = ({ county, plan }: PlanKey): string =>
  `/duties/plans/${encodeURIComponent(county)}/${encodeURIComponent(plan)}`

export const taskPath = (county: string, task: string): string =>
  `/duties/tasks/${encodeURIComponent(county)}/${encodeURIComponent(task)}`

export const plansQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...dutiesKey, 'plans'],
    queryFn: ({ signal }) => getJson<DutyPlanList>('/duties/plans', signal),
  })

export const tasksQuery = (plan: PlanKey, search: DutiesSearch) => {
  const { list, light, state, conflict, unit, text, mine, page } = search
  const offset = (Math.max(1, Number(page ?? '1') || 1) - 1) * tasksPageSize
  const wanted = { list, light, state, conflict, unit, text, mine }
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...dutiesKey, 'tasks', plan.county, plan.plan, wanted, offset],
    queryFn: ({ signal }) =>
      getJson<TaskList>(
        `${planPath(plan)}/tasks${queryString({ ...wanted, offset: String(offset), limit: String(tasksPageSize) })}`,
        signal,
      ),
  })
}

export const taskKey = (county: string, task: string) => [...dutiesKey, 'task', county, task] as const

export const taskQuery = (county: string, task: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: taskKey(county, task),
    queryFn: ({ signal }) => getJson<TaskView>(taskPath(county, task), signal),
  })

export const draftQuery = (plan: PlanKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...dutiesKey, 'draft', plan.county, plan.plan],
    queryFn: ({ signal }) => getJson<PlanDraft>(`${planPath(plan)}/duties`, signal),
  })
