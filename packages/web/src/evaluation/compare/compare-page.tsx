import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { type CompareView, compareViews } from './compare-search.ts'
import { compareMessages } from './messages.ts'
import { SchoolRanking } from './school-ranking.tsx'
import { TownshipRanking } from './township-ranking.tsx'
import { YearComparison } from './year-comparison.tsx'

const route = getRouteApi('/shell/run/evaluation/compare')
const says = compareMessages

/** This run against other years, and its townships and schools against one another. */
export function ComparePage(): ReactNode {
  const { view = 'years' } = route.useSearch()
  const { runs } = useCurrentRun()
  const navigate = route.useNavigate()
  const hasCounties = new Set(runs.map(({ county }) => county.code)).size > 1
  return (
    <>
      <PageHead
        title={says.title}
        purpose={says.purpose}
        unit={says.unit}
        action={hasCounties && <Link to="/evaluation/counties">{says.toCounties}</Link>}
      />
      <Segmented<CompareView>
        className="compare-views"
        value={view}
        options={compareViews.map((value) => ({ value, label: says.view[value] }))}
        onChange={(value) => navigate({ search: ({ run }) => ({ run, view: value }) })}
      />
      <p className="print-only">{says.view[view]}</p>
      {view === 'years' && <YearComparison />}
      {view === 'townships' && <TownshipRanking />}
      {view === 'schools' && <SchoolRanking />}
    </>
  )
}
