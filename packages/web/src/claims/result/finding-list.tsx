import { type ReactNode, useMemo } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { type CheckSearch, grades } from '../claim-search.ts'
import { claimMessages } from '../messages.ts'
import type { CheckDesk } from './check-desk.ts'
import { FindingItem } from './finding-item.tsx'

const says = claimMessages.list

interface FindingListProps {
  readonly desk: CheckDesk
  readonly shown: readonly number[]
  readonly active: number | undefined
  readonly search: CheckSearch
  readonly change: (part: CheckSearch) => void
}

/** Everything that was found, in the order of the text; beside it each finding is worked off. */
export function FindingList({ desk, shown, active, search, change }: FindingListProps): ReactNode {
  const { findings } = desk.check.result
  const at = active === undefined ? 0 : shown.indexOf(active) + 1
  return (
    <aside className="claim-side" aria-label={says.title}>
      <h2 className="print-only">{claimMessages.printList}</h2>
      <ListFilters desk={desk} search={search} change={change} />
      <p className="claim-walk muted screen-only">
        <span className="number">{says.shown(at, shown.length)}</span>
        <span>{shown.length > 1 && says.keys}</span>
      </p>
      {findings.length === 0 &&
        (desk.check.numbers === 0 ? (
          <EmptyState title={says.noNumbers} advice={says.noNumbersAdvice} />
        ) : (
          <EmptyState title={says.empty} advice={says.emptyAdvice} />
        ))}
      {findings.length > 0 && shown.length === 0 && <EmptyState title={says.emptyFiltered} />}
      <ol className="claim-findings">
        {shown.map((finding) => (
          <FindingItem
            key={finding}
            desk={desk}
            finding={finding}
            isActive={finding === active}
            mark={desk.lastMark(finding)}
          />
        ))}
      </ol>
    </aside>
  )
}

function ListFilters({ desk, search, change }: Pick<FindingListProps, 'desk' | 'search' | 'change'>): ReactNode {
  const { findings } = desk.check.result
  const found = useMemo(() => [...new Set(findings.map(({ kind }) => kind))], [findings])
  return (
    <div className="filters claim-filters">
      <ChoiceFilter
        label={says.filter.grade}
        value={search.grade}
        options={grades.map((value) => ({ value, label: claimMessages.grades[value] }))}
        pick={(value) => change({ grade: grades.find((grade) => grade === value) })}
      />
      <ChoiceFilter
        label={says.filter.kind}
        value={search.kind}
        options={found.map((value) => ({ value, label: claimMessages.kinds[value] ?? value }))}
        pick={(kind) => change({ kind })}
      />
      <ChoiceFilter
        label={says.filter.state}
        value={search.state}
        options={[
          { value: 'open', label: claimMessages.states.open },
          { value: 'closed', label: claimMessages.states.settled },
        ]}
        pick={(value) => change({ state: value === 'open' || value === 'closed' ? value : undefined })}
      />
    </div>
  )
}

/** Findings that the filters let through. */
export function shownFindings({ check, isClosed }: CheckDesk, { grade, kind, state }: CheckSearch): readonly number[] {
  return check.result.findings.flatMap((finding, at) => {
    const isAsked =
      (grade === undefined || finding.grade === grade) &&
      (kind === undefined || finding.kind === kind) &&
      (state === undefined || isClosed(at) === (state === 'closed'))
    return isAsked ? [at] : []
  })
}
