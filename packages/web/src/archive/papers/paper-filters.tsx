import { type PaperList, paperKindTitles } from '@eduduty/core/archive'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { isPaperFiltered, type PapersSearch, paperKinds, paperMarks } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.papers

interface FiltersProps {
  readonly search: PapersSearch
  readonly change: (part: PapersSearch) => void
  readonly list: PaperList | undefined
}

/** Filters above the papers; what is chosen stands in the address. */
export function PaperFilters({ search, change, list }: FiltersProps): ReactNode {
  const units =
    list?.units.map(({ unit, name, papers }) => ({ value: unit, label: says.unitCount(name, papers) })) ?? []
  return (
    <div className="filters">
      <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} wide />
      <ChoiceFilter
        label={says.columns.kind}
        value={search.kind}
        options={paperKinds.map((value) => ({ value, label: paperKindTitles[value] }))}
        pick={(value) => change({ kind: paperKinds.find((kind) => kind === value) })}
      />
      {(units.length > 1 || search.unit !== undefined) && (
        <ChoiceFilter label={says.columns.unit} value={search.unit} options={units} pick={(unit) => change({ unit })} />
      )}
      <ChoiceFilter
        label={says.only}
        value={search.only}
        options={paperMarks.map((value) => ({ value, label: says.marks[value] }))}
        pick={(value) => change({ only: paperMarks.find((mark) => mark === value) })}
      />
      {isPaperFiltered(search) && (
        <Button
          size="small"
          type="link"
          onClick={() => change({ text: undefined, kind: undefined, unit: undefined, only: undefined })}
        >
          {archiveMessages.filter.clear}
        </Button>
      )}
      <span className="filters-end muted">{list === undefined ? '' : says.count(list.total)}</span>
    </div>
  )
}
