import type { YearlySet } from '@eduduty/core/appraisal'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Select, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { OutcomesPart } from './outcomes-part.tsx'
import { RankingPart } from './ranking-part.tsx'
import { setName, yearlyQuery } from './yearly-queries.ts'
import { type YearlyTab, yearlyTabs } from './yearly-search.ts'
import '../appraisal.css'

const route = getRouteApi('/shell/plain/appraisal/yearly')

/** All units of one rating and year: their ranking, their letters, and what followed from the results. */
export function YearlyPage(): ReactNode {
  const { tab = 'ranking', set, year } = route.useSearch()
  const navigate = route.useNavigate()
  const content: Readonly<Record<YearlyTab, ReactNode>> = {
    ranking: (
      <Sets wanted={set} pick={(name) => navigate({ search: (before) => ({ ...before, set: name }), replace: true })} />
    ),
    outcomes: (
      <OutcomesPart
        year={year}
        pick={(picked) => navigate({ search: (before) => ({ ...before, year: picked }), replace: true })}
      />
    ),
  }
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) =>
          navigate({ search: (before) => ({ ...before, tab: yearlyTabs.find((one) => one === key) }), replace: true })
        }
        items={yearlyTabs.map((key) => ({ key, label: says.tabs[key], children: key === tab ? content[key] : null }))}
      />
    </>
  )
}

function Sets({ wanted, pick }: { wanted: string | undefined; pick: (name: string) => void }): ReactNode {
  const { data, error, refetch } = useQuery(yearlyQuery())
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const chosen = data.sets.find((one) => setName(one) === wanted) ?? preferred(data.sets)
  if (chosen === undefined) return <EmptyState title={says.noSets} advice={says.noSetsAdvice} />
  return (
    <RankingPart
      set={chosen}
      choice={
        <Select
          size="small"
          popupMatchSelectWidth={false}
          aria-label={says.set}
          value={setName(chosen)}
          options={data.sets.map((one) => ({ value: setName(one), label: says.setText(one) }))}
          onChange={pick}
        />
      }
    />
  )
}

/** The newest with a result; else the newest. */
const preferred = (sets: readonly YearlySet[]): YearlySet | undefined =>
  sets.find(({ concluded }) => concluded > 0) ?? sets[0]
