import { dayOf } from '@eduduty/core/calendar'
import type { TaskList as FormTaskList } from '@eduduty/core/collection/tasks'
import { type DutyPlanList, type TaskList as DutyTaskList, runningPlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { getJson, queryString } from '../api/http.ts'
import { platformMessages } from '../messages/messages.ts'
import { useMay } from '../session/session-context.tsx'
import type { Found } from './found.ts'

const MOST = 6
const says = platformMessages.shell

/** Forms to fill in by their unit, tables by their title, tasks of the running year by their title or unit. */
export function useFoundTasks(wanted: string): readonly Found[] {
  const may = useMay()
  const forms = useQuery({
    queryKey: ['find forms', wanted],
    enabled: wanted !== '' && may('collection.read'),
    queryFn: ({ signal }) =>
      getJson<FormTaskList>(
        `/collection/tasks${queryString({ text: wanted.slice(0, 80), size: String(MOST) })}`,
        signal,
      ),
  })
  const tasks = useQuery({
    queryKey: ['find duties', wanted],
    enabled: wanted !== '' && may('duties.read'),
    queryFn: ({ signal }) => findDuties(wanted, signal),
  })
  const registers = (forms.data?.registers ?? []).filter(({ title }) => title.includes(wanted)).slice(0, MOST)
  return [
    ...registers.map(
      ({ register, title }): Found => ({
        key: `register ${register}`,
        label: title,
        hint: says.searchRegister,
        place: { to: '/collection/tasks', search: { register } },
      }),
    ),
    ...(tasks.data ?? []),
    ...(forms.data?.tasks ?? []).map(
      ({ county_code: county, task_id: task, title, unit_name: unit }): Found => ({
        key: `form ${county} ${task}`,
        label: `${title}　${unit}`,
        hint: says.searchForm,
        place: { to: '/collection/tasks/$county/$task', params: { county, task } },
      }),
    ),
  ]
}

async function findDuties(wanted: string, signal: AbortSignal): Promise<readonly Found[]> {
  const { plans } = await getJson<DutyPlanList>('/duties/plans', signal)
  const running = runningPlan(plans, dayOf(new Date()))
  if (running === undefined) return []
  const { county, plan } = running
  const path = `/duties/plans/${encodeURIComponent(county)}/${encodeURIComponent(plan)}/tasks`
  const { tasks } = await getJson<DutyTaskList>(
    `${path}${queryString({ text: wanted.slice(0, 100), limit: String(MOST) })}`,
    signal,
  )
  return tasks.map(({ task, title, unit_name: unit }) => ({
    key: `duty ${county} ${task}`,
    label: `${title}　${unit}`,
    hint: says.searchDuty,
    place: { to: '/duties', search: { plan: `${county}/${plan}`, task } },
  }))
}
