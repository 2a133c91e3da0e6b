import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import type { SubjectView } from '../../platform/run/subject-views.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { evaluationMessages } from '../messages.ts'
import type { SchoolSearch } from '../search.ts'
import { subjectColumns } from './subject-columns.tsx'
import { SubjectFilters } from './subject-filters.tsx'
import { filterableAttributes, filterRows, subjectRows, viewIndicators } from './subject-row.ts'
import { useViewFigures } from './use-view-figures.ts'

const route = getRouteApi('/shell/run/evaluation/schools')
/** More columns than this and the first section alone is shown until the reader asks for all. */
const MOST_COLUMNS = 18
const messages = evaluationMessages.schools

/** One table of subjects × indicators with its filters, all of them in the address. */
export function SubjectTable({ view }: { view: SubjectView }): ReactNode {
  const run = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (part: SchoolSearch) => {
      navigate({ search: (before) => ({ ...before, ...part }), replace: true })
    },
    [navigate],
  )
  const { indicators, sections, section } = useChosenIndicators(view, search.section)
  const { figures, pending, empty, error, retry } = useViewFigures(view, indicators)
  const rows = useMemo(() => subjectRows(run.index, view, figures), [run.index, view, figures])
  const shown = useMemo(() => filterRows(rows, search), [rows, search])
  const attributes = useMemo(() => filterableAttributes(view.subjects), [view])
  const columns = useMemo(
    () =>
      subjectColumns({
        view,
        indicators,
        rows,
        pending,
        attributes: [...attributes.keys()].slice(0, 2),
        fails: search.fails,
        onFails: (fails) => change({ fails }),
      }),
    [view, indicators, rows, pending, attributes, search.fails, change],
  )
  if (error !== null) return <ErrorState error={error} retry={retry} />
  return (
    <>
      <SubjectFilters
        search={search}
        change={change}
        attributes={attributes}
        sections={sections}
        section={section}
        indicators={indicators}
        shown={shown.length}
        all={rows.length}
      />
      {empty ? (
        <Loading />
      ) : (
        <LedgerTable
          label={messages.title}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.subject.id}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
          onOpen={(row) => navigate({ search: (before) => ({ ...before, subject: row.subject.id }) })}
          selected={search.subject}
          height="calc(100vh - 204px)"
          empty={<EmptyState title={messages.none} advice={messages.noneAdvice} />}
        />
      )}
    </>
  )
}

/** Indicators of the chosen section; of the first one alone where all together would be too many columns. */
function useChosenIndicators(view: SubjectView, wanted: string | undefined) {
  const { index } = useCurrentRun()
  const all = useMemo(() => viewIndicators(index, view), [index, view])
  const sections = useMemo(
    () =>
      index.assessment.sections.filter((section) =>
        section.items.some((item) => all.some((node) => node.id === item.indicator)),
      ),
    [index, all],
  )
  const section = wanted ?? (all.length > MOST_COLUMNS && sections.length > 1 ? sections[0]?.id : undefined)
  const indicators = useMemo(() => {
    const chosen = sections.find((one) => one.id === section)
    return chosen === undefined ? all : all.filter((node) => chosen.items.some((item) => item.indicator === node.id))
  }, [all, sections, section])
  return { indicators, sections, section }
}
