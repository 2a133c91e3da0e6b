import type { UnitTree } from '@eduduty/core/organizations'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { TextFilter } from '../platform/table/text-filter.tsx'
import { organizationMessages } from './messages.ts'
import { kindChoices, type OrganizationsSearch } from './organizations-search.ts'

const says = organizationMessages.filter

interface UnitFiltersProps {
  readonly search: OrganizationsSearch
  readonly tree: UnitTree
  readonly count: string
  readonly change: (part: OrganizationsSearch) => void
}

export function UnitFilters({ search, tree, count, change }: UnitFiltersProps): ReactNode {
  return (
    <div className="filters">
      {tree.counties.length > 1 && (
        <Select
          size="small"
          className="filter"
          aria-label={says.county}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={tree.county}
          options={tree.counties.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(county) => change({ county, unit: undefined })}
        />
      )}
      <Select
        size="small"
        className="filter"
        aria-label={says.kind}
        value={search.kind ?? ''}
        options={[
          { value: '', label: says.kind },
          ...kindChoices.map((value) => ({ value, label: organizationMessages.kind[value] })),
        ]}
        onChange={(value) => change({ kind: kindChoices.find((kind) => kind === value) })}
      />
      <TextFilter wide label={says.text} text={search.q} onText={(q) => change({ q })} />
      <DayFilter label={says.asOf} day={search.as_of ?? tree.as_of} onDay={(as_of) => change({ as_of })} />
      {search.as_of !== undefined && (
        <Button size="small" type="link" onClick={() => change({ as_of: undefined })}>
          {says.today}
        </Button>
      )}
      <span className="filters-end muted">{count}</span>
    </div>
  )
}

/** A day, or none. */
export function DayFilter(props: { label: string; day: string; onDay: (day: string | undefined) => void }): ReactNode {
  return (
    <DateField
      small
      label={props.label}
      value={props.day}
      onChange={(day) => props.onDay(day === '' ? undefined : day)}
    />
  )
}
