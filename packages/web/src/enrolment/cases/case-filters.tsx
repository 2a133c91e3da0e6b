import type { CaseList } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { type CasesSearch, caseLines, isCaseFiltered, noCaseFilters } from './case-search.ts'
import { caseMessages } from './messages.ts'
import { NumberFilter } from './number-filter.tsx'

const says = caseMessages.filter

interface FiltersProps {
  readonly search: CasesSearch
  readonly change: (part: CasesSearch) => void
  readonly list: CaseList | undefined
  readonly idNumber: string | undefined
  readonly findNumber: (number: string | undefined) => void
  readonly text: string | undefined
  readonly findText: (text: string | undefined) => void
}

/** Filters above the list; they stand in the address, except for a name and a full identity number. */
export function CaseFilters(props: FiltersProps): ReactNode {
  const { search, change, list, idNumber, findNumber, text, findText } = props
  const { data: tree } = useQuery(unitTreeQuery())
  const units = (tree?.units ?? [])
    .filter(({ kind, closed_on: closed }) => closed === null && (kind === 'township' || kind === 'school'))
    .map(({ unit_id: value, name }) => ({ value, label: name }))
  const states = list?.states.map(({ state, title, cases }) => ({
    value: state,
    label: says.stateCount(title, cases),
  }))
  const isAny = isCaseFiltered(search) || idNumber !== undefined || text !== undefined
  const clear = () => {
    findNumber(undefined)
    findText(undefined)
    change(noCaseFilters)
  }
  return (
    <div className="filters">
      <TextFilter label={says.text} text={text} onText={findText} wide />
      <ChoiceFilter
        label={says.state}
        value={search.state}
        options={states ?? []}
        pick={(state) => change({ state })}
      />
      <ChoiceFilter
        label={says.owner}
        value={search.owner}
        options={caseLines.map((value) => ({ value, label: caseMessages.lines[value] }))}
        pick={(value) => change({ owner: caseLines.find((line) => line === value) })}
      />
      {units.length > 1 && (
        <ChoiceFilter label={says.unit} value={search.unit} options={units} pick={(unit) => change({ unit })} />
      )}
      <Checkbox
        checked={search.overdue !== undefined}
        onChange={({ target }) => change({ overdue: target.checked ? 'true' : undefined })}
      >
        {says.overdue}
      </Checkbox>
      <NumberFilter value={idNumber} find={findNumber} />
      {isAny && (
        <Button size="small" type="link" onClick={clear}>
          {says.clear}
        </Button>
      )}
      <span className="filters-end muted">
        {list === undefined ? '' : says.count(list.total, Math.max(list.total, list.counts.total))}
      </span>
    </div>
  )
}
