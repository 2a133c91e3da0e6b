import { chinaMinute } from '@eduduty/core/calendar'
import type { GatheringAnswer } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ApiError } from '../../platform/api/http.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { GatherDialog } from './gather-dialog.tsx'
import { deliveriesQuery, gatheringQuery } from './gathering-queries.ts'
import type { GatheringSearch } from './gathering-search.ts'
import { memberColumns } from './member-columns.tsx'
import { gatheringMessages as says } from './messages.ts'
import { OwnDeliveries } from './own-deliveries.tsx'
import { type Asked, ReasonDialog } from './reason-dialog.tsx'

const route = getRouteApi('/shell/plain/evaluation/gathering')

/** What counties hand up, and what a city or province makes of it; each sees the part that is theirs. */
export function GatheringPage(): ReactNode {
  const own = useQuery(deliveriesQuery())
  // Whoever sees no city as a whole is not shown its counties, and they are not asked for.
  const gathering = useQuery({ ...gatheringQuery(route.useSearch()), enabled: own.data?.oversees === true })
  const [asked, setAsked] = useState<Asked>()
  const [gathers, setGathers] = useState(false)
  const isNoCity = gathering.error instanceof ApiError && gathering.error.status === 404
  const error = isNoCity ? own.error : (gathering.error ?? own.error)
  const isWaiting = own.isPending || gathering.isLoading
  const hasOwn = own.data?.may_send === true
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          gathering.data?.may_gather === true && (
            <Button type="primary" onClick={() => setGathers(true)}>
              {says.gather}
            </Button>
          )
        }
      />
      {error !== null ? (
        <ErrorState error={error} retry={() => Promise.all([gathering.refetch(), own.refetch()])} />
      ) : isWaiting ? (
        <Loading />
      ) : (
        <>
          {gathering.data !== undefined && <Members answer={gathering.data} ask={setAsked} />}
          {hasOwn && own.data !== undefined && <OwnDeliveries answer={own.data} ask={setAsked} />}
          {gathering.data === undefined && !hasOwn && (
            <EmptyState title={says.noArea} advice={gathering.error?.message ?? says.noAreaAdvice} />
          )}
        </>
      )}
      {asked !== undefined && <ReasonDialog asked={asked} close={() => setAsked(undefined)} />}
      {gathers && gathering.data !== undefined && (
        <GatherDialog answer={gathering.data} close={() => setGathers(false)} />
      )}
    </>
  )
}

function Members({ answer, ask }: { answer: GatheringAnswer; ask: (asked: Asked) => void }): ReactNode {
  const { members, areas, area, year, run } = answer
  const of = areas.find(({ code }) => code === area)?.name ?? area
  const count = (deed: string) => members.filter(({ delivery }) => delivery?.deed === deed).length
  const missing = members.filter(({ counted }) => counted === undefined).map(({ county }) => county.name)
  const confirmed = members.filter(({ counted }) => counted !== undefined).length
  const notSent = members.filter(({ delivery }) => delivery === undefined || delivery.deed === 'withdrawn').length
  return (
    <section className="panel-section">
      <h2>{says.members.title(of, year)}</h2>
      <Filters answer={answer} />
      {members.length === 0 ? (
        <EmptyState title={says.members.none} advice={says.members.noneAdvice} />
      ) : (
        <>
          <p className="muted">{says.members.summary(members.length, confirmed, count('sent'), notSent)}</p>
          {missing.length > 0 && <p className="note">{says.members.missing(missing.join('、'))}</p>}
          <LedgerTable
            label={says.members.title(of, year)}
            columns={memberColumns(ask)}
            rows={members}
            rowKey={({ county }) => county.code}
          />
        </>
      )}
      <h3>{says.run.title}</h3>
      <NewestRun run={run} />
    </section>
  )
}

function Filters({ answer }: { answer: GatheringAnswer }): ReactNode {
  const navigate = route.useNavigate()
  const change = (part: GatheringSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const { areas, area, packs, pack, years, year } = answer
  return (
    <div className="filters">
      {areas.length > 1 && (
        <ChoiceFilter
          label={says.area}
          value={area}
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
          pick={(value) => change({ area: value })}
        />
      )}
      {packs.length > 1 && (
        <ChoiceFilter
          label={says.pack}
          value={pack}
          options={packs.map(({ id, title }) => ({ value: id, label: title }))}
          pick={(value) => change({ pack: value })}
        />
      )}
      <ChoiceFilter
        label={says.columns.year}
        value={String(year)}
        options={years.map((one) => ({ value: String(one), label: says.year(one) }))}
        pick={(value) => change({ year: value })}
      />
    </div>
  )
}

function NewestRun({ run }: { run: GatheringAnswer['run'] }): ReactNode {
  if (run === undefined) return <p className="muted">{says.run.none}</p>
  return (
    <p>
      <Light state={run.state} /> {says.status[run.status]}{' '}
      <span className="muted">{says.run.made(chinaMinute(run.created_at))}</span>{' '}
      <Link to="/evaluation" search={{ run: run.id }}>
        {says.run.open}
      </Link>{' '}
      <Link to="/evaluation/documents" search={{ run: run.id }}>
        {says.run.report}
      </Link>
      {run.is_behind && <span className="wrong apart">{says.run.behind}</span>}
    </p>
  )
}
