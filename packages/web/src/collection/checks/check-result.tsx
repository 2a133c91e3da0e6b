import type { CountyCheckFindings } from '@eduduty/core/collection/tasks'
import { Button, Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { checkColumns } from './check-columns.tsx'
import { checkLevels, isCheckFiltered, noCheckFilters } from './check-search.ts'
import type { CheckTabProps } from './check-tab-props.ts'
import { filterFindings, listChoices } from './filter-findings.ts'
import { checkMessages as says } from './messages.ts'

interface CheckResultProps extends CheckTabProps {
  readonly found: CountyCheckFindings
}

/** What was found, narrowed down by level, township, register, rule and words. */
export function CheckResult(props: CheckResultProps): ReactNode {
  const { found, search, change, periodKey } = props
  const shown = useMemo(() => filterFindings(found.findings, search), [found.findings, search])
  const columns = useMemo(() => checkColumns(periodKey.county), [periodKey.county])
  return (
    <>
      <Filters {...props} shown={shown.length} />
      {found.listed_of > found.findings.length && (
        <p className="note">{says.cut(found.findings.length, found.listed_of)}</p>
      )}
      <LedgerTable
        label={says.columns.message}
        rows={shown}
        columns={columns}
        rowKey={({ no }) => String(no)}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        lines={2}
        height="calc(100vh - 318px)"
        empty={<EmptyState title={says.nothingFits} advice={says.nothingFitsAdvice} />}
      />
    </>
  )
}

function Filters({ found, search, change, shown }: CheckResultProps & { shown: number }): ReactNode {
  const { findings } = found
  const choices = useMemo(() => listChoices(findings), [findings])
  const count = (level: string) => findings.filter((one) => one.level === level).length
  const levels = checkLevels.filter((level) => count(level) > 0)
  return (
    <div className="filters">
      <Segmented
        size="small"
        value={search.level ?? 'all'}
        options={[
          { value: 'all', label: says.filter.levels.all },
          ...levels.map((level) => ({ value: level, label: `${says.filter.levels[level]} ${count(level)}` })),
        ]}
        onChange={(value) => change({ level: checkLevels.find((level) => level === value) })}
      />
      <ChoiceFilter
        label={says.filter.township}
        value={search.township}
        options={choices.townships}
        pick={(township) => change({ township })}
      />
      <ChoiceFilter
        label={says.filter.register}
        value={search.register}
        options={choices.registers}
        pick={(register) => change({ register })}
      />
      <ChoiceFilter
        label={says.filter.check}
        value={search.check}
        options={choices.checks}
        pick={(check) => change({ check })}
      />
      <TextFilter label={says.filter.text} text={search.text} onText={(text) => change({ text })} />
      {isCheckFiltered(search) && (
        <Button size="small" type="link" onClick={() => change(noCheckFilters)}>
          {says.filter.clear}
        </Button>
      )}
      <span className="filters-end muted">{says.filter.count(shown, findings.length)}</span>
    </div>
  )
}
