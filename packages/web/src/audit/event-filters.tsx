import { useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { TextFilter } from '../platform/table/text-filter.tsx'
import { actionsQuery } from './audit-queries.ts'
import { type AuditFilter, eventResults, isFiltered } from './audit-search.ts'
import { auditMessages } from './messages.ts'

interface EventFiltersProps {
  readonly filter: AuditFilter
  readonly change: (part: AuditFilter) => void
  readonly count: string
}

const says = auditMessages.filter
const nothing: AuditFilter = {
  from: undefined,
  to: undefined,
  person: undefined,
  action: undefined,
  result: undefined,
  text: undefined,
  unit: undefined,
}

/** What is chosen stands in the address. */
export function EventFilters({ filter, change, count }: EventFiltersProps): ReactNode {
  const actions = useQuery(actionsQuery()).data ?? []
  return (
    <div className="filters audit-filters">
      <DayFilter label={says.from} day={filter.from} onDay={(from) => change({ from })} />
      <span className="muted">{says.until}</span>
      <DayFilter label={says.to} day={filter.to} onDay={(to) => change({ to })} />
      <TextFilter label={says.person} text={filter.person} onText={(person) => change({ person })} />
      <Select
        size="small"
        className="filter"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={says.action}
        value={filter.action ?? ''}
        options={[
          { value: '', label: says.action },
          ...actions.map(({ action, title }) => ({ value: action, label: title })),
        ]}
        onChange={(action) => change({ action: action === '' ? undefined : action })}
      />
      <Select
        size="small"
        className="filter audit-result"
        aria-label={says.result}
        value={filter.result ?? ''}
        options={[
          { value: '', label: says.result },
          ...eventResults.map((value) => ({ value, label: auditMessages.result[value] })),
        ]}
        onChange={(value) => change({ result: eventResults.find((result) => result === value) })}
      />
      <TextFilter wide label={says.text} text={filter.text} onText={(text) => change({ text })} />
      {filter.unit !== undefined && (
        <Tag closable onClose={() => change({ unit: undefined })}>
          {says.unit(filter.unit)}
        </Tag>
      )}
      {isFiltered(filter) && (
        <Button size="small" type="link" onClick={() => change(nothing)}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">{count}</span>
    </div>
  )
}

/** A day, or none. */
function DayFilter(props: {
  label: string
  day: string | undefined
  onDay: (day: string | undefined) => void
}): ReactNode {
  return (
    <DateField
      small
      label={props.label}
      value={props.day ?? ''}
      onChange={(day) => props.onDay(day === '' ? undefined : day)}
    />
  )
}
