import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { subjectViews } from '../../platform/run/subject-views.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { evaluationMessages } from '../messages.ts'
import { ExcludedTable } from './excluded-table.tsx'
import { excludedUnits } from './excluded-units.ts'
import { SubjectPanel } from './subject-panel.tsx'
import { SubjectTable } from './subject-table.tsx'

const route = getRouteApi('/shell/run/evaluation/schools')
const EXCLUDED = 'excluded'

/** Reporting units against the indicators of their grain, one tab for each stage. */
export function SchoolsPage(): ReactNode {
  const { index } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const says = evaluationMessages.schools
  const views = useMemo(() => subjectViews(index, evaluationMessages.schools.wholeView), [index])
  const excluded = useMemo(() => excludedUnits(index.assessment.subjects), [index])
  const view = views.find((one) => one.key === search.view) ?? views[0]
  const head = <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
  if (view === undefined) {
    return (
      <>
        {head}
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      </>
    )
  }
  const showsExcluded = search.view === EXCLUDED
  return (
    <>
      {head}
      <Tabs
        size="small"
        tabBarExtraContent={<Legend />}
        activeKey={showsExcluded ? EXCLUDED : view.key}
        onChange={(key) => navigate({ search: (before) => ({ run: before.run, q: before.q, f: before.f, view: key }) })}
        items={[
          ...views.map((one) => ({
            key: one.key,
            label: says.tab(one.label, one.subjects.filter((subject) => subject.included).length),
          })),
          ...(excluded.length === 0 ? [] : [{ key: EXCLUDED, label: says.excludedTab(excluded.length) }]),
        ]}
      />
      <p className="print-only">{showsExcluded ? says.excludedTab(excluded.length) : view.label}</p>
      {showsExcluded ? <ExcludedTable subjects={excluded} /> : <SubjectTable key={view.key} view={view} />}
      {search.subject !== undefined && (
        <SubjectPanel
          subject={search.subject}
          close={() => navigate({ search: (before) => ({ ...before, subject: undefined }) })}
        />
      )}
    </>
  )
}

function Legend(): ReactNode {
  const says = evaluationMessages.schools
  return (
    <span className="muted legend">
      <span className="swatch cell-unmet" /> {says.legend}
      <span className="swatch cell-undecided" /> {says.legendUndecided}
    </span>
  )
}
