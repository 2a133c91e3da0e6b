import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { roleOptions } from '../grants/role-options.ts'
import { peopleMessages as says } from './messages.ts'
import { accountFilters, type PeopleSearch } from './people-search.ts'
import { UnitPathPicker } from './pickers.tsx'

interface PeopleFiltersProps {
  readonly search: PeopleSearch
  readonly change: (part: PeopleSearch) => void
  readonly shown: number
  readonly total: number
}

/** Filters above the table; what is chosen stands in the address. */
export function PeopleFilters({ search, change, shown, total }: PeopleFiltersProps): ReactNode {
  const filtered = search.q ?? search.unit ?? search.role ?? search.status
  return (
    <div className="filters">
      <div className="filter-people">
        <TextFilter label={says.search} text={search.q} onText={(q) => change({ q })} wide />
      </div>
      <UnitPathPicker
        size="small"
        className="filter-wide"
        label={says.unit}
        {...(search.unit !== undefined && { value: search.unit })}
        onChange={(unit) => change({ unit })}
      />
      <Select
        size="small"
        className="filter"
        allowClear
        placeholder={says.role}
        aria-label={says.role}
        value={search.role ?? null}
        options={roleOptions}
        onChange={(role?: string) => change({ role })}
      />
      <Select<(typeof accountFilters)[number]>
        size="small"
        className="filter"
        allowClear
        placeholder={says.status}
        aria-label={says.status}
        value={search.status ?? null}
        options={accountFilters.map((value) => ({ value, label: says.statuses[value] }))}
        onChange={(status?: (typeof accountFilters)[number]) => change({ status })}
      />
      {filtered !== undefined && (
        <Button
          size="small"
          type="link"
          onClick={() => change({ q: undefined, unit: undefined, role: undefined, status: undefined })}
        >
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">{says.count(shown, total)}</span>
    </div>
  )
}
