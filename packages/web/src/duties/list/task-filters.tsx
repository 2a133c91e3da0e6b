import { type TaskList, taskStateTitles } from '@eduduty/core/duties'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { type DutiesSearch, isFiltered, noFilters, states } from '../duties-search.ts'
import { LightMark } from '../light-mark.tsx'
import { dutyMessages } from '../messages.ts'

const says = dutyMessages.filter

interface FiltersProps {
  readonly search: DutiesSearch
  readonly change: (part: DutiesSearch) => void
  readonly list: TaskList | undefined
}

/** Filters above the list; what is chosen stands in the address. */
export function TaskFilters({ search, change, list }: FiltersProps): ReactNode {
  const units = list?.units.map(({ unit, name, tasks }) => ({ value: unit, label: says.unitCount(name, tasks) })) ?? []
  return (
    <div className="filters">
      <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} wide />
      <ChoiceFilter
        label={says.state}
        value={search.state}
        options={states.map((value) => ({ value, label: taskStateTitles[value] }))}
        pick={(value) => change({ state: states.find((state) => state === value) })}
      />
      {units.length > 1 && (
        <ChoiceFilter label={says.unit} value={search.unit} options={units} pick={(unit) => change({ unit })} />
      )}
      <Checkbox
        checked={search.mine !== undefined}
        onChange={({ target }) => change({ mine: target.checked ? 'true' : undefined })}
      >
        {says.mine}
      </Checkbox>
      {isFiltered(search) && (
        <Button size="small" type="link" onClick={() => change(noFilters)}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">
        {list === undefined ? '' : says.count(list.total, Math.max(list.total, list.counts.total))}
      </span>
    </div>
  )
}

/** How many tasks have each light, and how many wait for somebody; a click shows only these. */
export function LightCounts({ search, change, list }: FiltersProps): ReactNode {
  if (list === undefined) return null
  const { counts } = list
  const says = dutyMessages.counts
  const only = (part: DutiesSearch) => () =>
    change({ light: undefined, state: undefined, conflict: undefined, ...part })
  const isAll = search.light === undefined && search.state === undefined && search.conflict === undefined
  return (
    <fieldset className="state-counts" aria-label={says.label}>
      <button type="button" aria-pressed={isAll} onClick={only({})}>
        {says.all} <b>{counts.total}</b>
      </button>
      {(['red', 'yellow', 'green', 'none'] as const).map((light) => (
        <button key={light} type="button" aria-pressed={search.light === light} onClick={only({ light })}>
          <LightMark light={light} /> <b>{counts[light]}</b>
        </button>
      ))}
      <button
        type="button"
        className="duty-counts-apart"
        aria-pressed={search.state === 'issued'}
        onClick={only({ state: 'issued' })}
      >
        {says.waiting} <b>{counts.waiting}</b>
      </button>
      <button type="button" aria-pressed={search.state === 'reported'} onClick={only({ state: 'reported' })}>
        {says.reported} <b>{counts.reported}</b>
      </button>
      <button type="button" aria-pressed={search.conflict !== undefined} onClick={only({ conflict: 'true' })}>
        {says.conflicts} <b className={counts.conflicts > 0 ? 'wrong' : ''}>{counts.conflicts}</b>
      </button>
    </fieldset>
  )
}
