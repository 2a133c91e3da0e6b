import { isTaskState, type TaskList, taskStates } from '@eduduty/core/collection/tasks'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { taskMessages } from './messages.ts'
import { isFiltered, noFilters, type TasksSearch } from './tasks-search.ts'

const says = taskMessages.filter

interface TaskFiltersProps {
  readonly search: TasksSearch
  readonly change: (part: TasksSearch) => void
  readonly list: TaskList | undefined
  readonly townships: readonly string[]
  readonly many: boolean
}

/** Filters above the list; what is chosen stands in the address. */
export function TaskFilters({ search, change, list, townships, many }: TaskFiltersProps): ReactNode {
  const periods = list?.periods.map(({ period_id, title }) => ({ value: period_id, label: title })) ?? []
  const registers = list?.registers.map(({ register, title }) => ({ value: register, label: title })) ?? []
  return (
    <div className="filters">
      {many && <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} wide />}
      <ChoiceFilter label={says.period} value={search.period} options={periods} pick={(period) => change({ period })} />
      <ChoiceFilter
        label={says.register}
        value={search.register}
        options={registers}
        pick={(register) => change({ register })}
      />
      {many && (
        <ChoiceFilter
          label={says.township}
          value={search.township}
          options={townships.map((value) => ({ value, label: value }))}
          pick={(township) => change({ township })}
        />
      )}
      <Tick label={says.overdue} on={search.overdue} pick={(overdue) => change({ overdue })} />
      {many && <Tick label={says.atMe} on={search.at_me} pick={(at_me) => change({ at_me })} />}
      {isFiltered(search) && (
        <Button size="small" type="link" onClick={() => change(noFilters)}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">{list === undefined ? '' : says.count(list.tasks.length, list.total)}</span>
    </div>
  )
}

function Tick(props: { label: string; on: 'true' | undefined; pick: (on: 'true' | undefined) => void }): ReactNode {
  return (
    <Checkbox
      checked={props.on !== undefined}
      onChange={(event) => props.pick(event.target.checked ? 'true' : undefined)}
    >
      {props.label}
    </Checkbox>
  )
}

/** How many tables stand in each state; a click shows only these. */
export function StateCounts({ search, change, list }: Omit<TaskFiltersProps, 'townships' | 'many'>): ReactNode {
  if (list === undefined) return null
  const known = Object.entries(taskStates).flatMap(([key, title]) => {
    const count = list.states[key] ?? 0
    return count === 0 && search.state !== key ? [] : [{ key, title, count }]
  })
  const all = known.reduce((sum, { count }) => sum + count, 0)
  const chips = [{ key: undefined, title: says.all, count: all }, ...known]
  return (
    <fieldset className="state-counts" aria-label={says.states}>
      {chips.map(({ key, title, count }) => (
        <button
          key={key ?? 'all'}
          type="button"
          aria-pressed={search.state === key}
          onClick={() => change({ state: stateOf(key) })}
        >
          {title} <b>{count}</b>
        </button>
      ))}
    </fieldset>
  )
}

const stateOf = (key: string | undefined): TasksSearch['state'] =>
  key !== undefined && isTaskState(key) ? key : undefined
