import type { NodeView, SectionView } from '@eduduty/core/evaluation'
import { Button, Select, Tag } from 'antd'
import type { ReactNode } from 'react'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { evaluationMessages } from '../messages.ts'
import { type SchoolSearch, type SubjectState, subjectStates } from '../search.ts'
import { AttributeFilters } from './attribute-filters.tsx'

interface SubjectFiltersProps {
  readonly search: SchoolSearch
  readonly change: (part: SchoolSearch) => void
  readonly attributes: ReadonlyMap<string, readonly string[]>
  readonly sections: readonly SectionView[]
  readonly section: string | undefined
  readonly indicators: readonly NodeView[]
  readonly shown: number
  readonly all: number
}

/** Filters above the table; what is chosen stands in the address. */
export function SubjectFilters(props: SubjectFiltersProps): ReactNode {
  const { search, change, sections } = props
  const says = evaluationMessages.schools
  const failing = props.indicators.find((node) => node.id === search.fails)
  const filtered = search.q ?? search.state ?? search.fails ?? search.f
  return (
    <div className="filters">
      <TextFilter label={says.search} text={search.q} onText={(q) => change({ q })} />
      {sections.length > 1 && (
        <Select
          size="small"
          className="filter-wide"
          aria-label={says.section}
          value={props.section ?? ''}
          options={[
            { value: '', label: says.allSections },
            ...sections.map((one) => ({ value: one.id, label: one.title })),
          ]}
          onChange={(section) => change({ section: section === '' ? 'all' : section, fails: undefined })}
        />
      )}
      <Select<SubjectState>
        size="small"
        className="filter"
        allowClear
        placeholder={says.stateFilter}
        aria-label={says.stateFilter}
        value={search.state ?? null}
        options={subjectStates.map((value) => ({ value, label: says.state[value] }))}
        onChange={(state?: SubjectState) => change({ state })}
      />
      <AttributeFilters attributes={[...props.attributes].slice(0, 4)} f={search.f} onChoose={(f) => change({ f })} />
      {failing !== undefined && (
        <Tag closable onClose={() => change({ fails: undefined })}>
          {says.failing(failing.title)}
        </Tag>
      )}
      {filtered !== undefined && (
        <Button
          size="small"
          type="link"
          onClick={() => change({ q: undefined, state: undefined, fails: undefined, f: undefined })}
        >
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">{says.count(props.shown, props.all)}</span>
    </div>
  )
}
