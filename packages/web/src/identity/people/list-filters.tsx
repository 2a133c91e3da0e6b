import { Button } from 'antd'
import type { ReactNode } from 'react'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { grantMessages as says } from '../grants/messages.ts'
import { UnitPathPicker } from './pickers.tsx'

interface Search {
  readonly q?: string | undefined
  readonly unit?: string | undefined
}

interface ListFiltersProps {
  readonly search: Search
  readonly change: (part: { q?: string | undefined; unit?: string | undefined }) => void
  /** Set when a filter of the page's own is chosen. */
  readonly filtered: boolean
  readonly clear: () => void
  readonly total: number | undefined
  readonly children?: ReactNode
}

/** Text and unit above a list, with the page's own filters beside them. */
export function ListFilters({ search, change, filtered, clear, total, children }: ListFiltersProps): ReactNode {
  return (
    <div className="filters">
      <TextFilter label={says.search} text={search.q} onText={(q) => change({ q })} wide />
      <UnitPathPicker
        size="small"
        className="filter-wide"
        label={says.unit}
        {...(search.unit !== undefined && { value: search.unit })}
        onChange={(unit) => change({ unit })}
      />
      {children}
      {(filtered || search.q !== undefined || search.unit !== undefined) && (
        <Button size="small" type="link" onClick={clear}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">{total === undefined ? '' : says.count(total)}</span>
    </div>
  )
}
