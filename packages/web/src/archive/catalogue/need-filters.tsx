import { type NeedList, type NeedState, needStateTitles } from '@eduduty/core/archive'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { type CatalogueSearch, isNeedFiltered, needStates, noNeedFilters } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'

const says = archiveMessages.filter

interface FiltersProps {
  readonly search: CatalogueSearch
  readonly change: (part: CatalogueSearch) => void
  readonly list: NeedList | undefined
}

/** Filters above the list; what is chosen stands in the address. */
export function NeedFilters({ search, change, list }: FiltersProps): ReactNode {
  const units = list?.units.map(({ unit, name, open }) => ({ value: unit, label: says.unitOpen(name, open) })) ?? []
  return (
    <div className="filters">
      <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} wide />
      <ChoiceFilter
        label={says.state}
        value={search.state}
        options={needStates.map((value) => ({ value, label: needStateTitles[value] }))}
        pick={(value) => change({ state: needStates.find((state) => state === value), open: undefined })}
      />
      {(units.length > 1 || search.unit !== undefined) && (
        <ChoiceFilter label={says.unit} value={search.unit} options={units} pick={(unit) => change({ unit })} />
      )}
      <Checkbox
        checked={search.open !== undefined}
        onChange={({ target }) => change({ open: target.checked ? 'true' : undefined, state: undefined })}
      >
        {says.open}
      </Checkbox>
      <Checkbox
        checked={search.requested !== undefined}
        onChange={({ target }) => change({ requested: target.checked ? 'true' : undefined })}
      >
        {says.requested}
      </Checkbox>
      {isNeedFiltered(search) && (
        <Button size="small" type="link" onClick={() => change(noNeedFilters)}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">{list === undefined ? '' : says.count(list.total)}</span>
    </div>
  )
}

const counted: readonly NeedState[] = ['missing', 'unread', 'weak', 'expired', 'ready', 'waived', 'spared']

/** How many materials stand how; a click shows only these. */
export function StateCounts({ search, change, list }: FiltersProps): ReactNode {
  if (list === undefined) return null
  const { counts } = list.catalogue
  const all = counted.reduce((sum, state) => sum + counts[state], 0)
  const only = (state: NeedState | undefined) => () => change({ state, open: undefined })
  return (
    <fieldset className="state-counts" aria-label={says.counts}>
      <button
        type="button"
        aria-pressed={search.state === undefined && search.open === undefined}
        onClick={only(undefined)}
      >
        {says.all} <b>{all}</b>
      </button>
      {counted.map((state) => (
        <button key={state} type="button" aria-pressed={search.state === state} onClick={only(state)}>
          <NeedStateMark state={state} /> <b>{counts[state]}</b>
        </button>
      ))}
    </fieldset>
  )
}
