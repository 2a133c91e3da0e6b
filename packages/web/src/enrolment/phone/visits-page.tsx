import { dayOf } from '@eduduty/core/calendar'
import type { CaseRow } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError } from '../../platform/api/http.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { careListQuery } from '../care/care-queries.ts'
import { casesQuery } from '../cases/case-queries.ts'
import { CareForm } from './care-form.tsx'
import { CareVisits } from './care-visits.tsx'
import { groupVisits } from './group-visits.ts'
import { keepsShell } from './keep-shell.ts'
import { nameOfVisit } from './kept-visits.ts'
import { visitMessages as says } from './messages.ts'
import { OutboxPart } from './outbox-part.tsx'
import { useVisitQueue } from './use-visit-queue.ts'
import { VisitCard } from './visit-card.tsx'
import { VisitForm } from './visit-form.tsx'
import type { QueueView } from './visit-queue.ts'
import '../care/care.css'
import '../enrolment.css'

const route = getRouteApi('/shell/plain/enrolment/visits')

/** For a telephone: which children are to be visited, and a record of each visit, also where there is no network. */
export function VisitsPage(): ReactNode {
  const { record } = route.useSearch()
  const navigate = route.useNavigate()
  const { queue, view } = useVisitQueue()
  const tree = useQuery(unitTreeQuery())
  const county = tree.data?.county
  const list = useQuery({ ...casesQuery(county ?? '', {}), enabled: county !== undefined })
  const { data } = list
  const error = list.error ?? tree.error
  const refetch = () => (tree.error === null ? list.refetch() : tree.refetch())
  const isAway = data === undefined && error instanceof ApiError && error.status === 0
  const care = useQuery({ ...careListQuery(county ?? '', { view: 'cared' }), enabled: county !== undefined })
  const cared = care.data?.children ?? []
  const write = (name: string | undefined) => void navigate({ search: { record: name } })
  const [kind, careCounty = '', child = ''] = (record ?? '').split('/')
  if (kind === 'care') {
    const row = cared.find((one) => one.child === child && one.county === careCounty)
    const form = { county: careCounty, child, row, queue, view }
    return <CareForm key={record} {...form} close={() => write(undefined)} />
  }
  if (record !== undefined) {
    const row = data?.cases.find((one) => nameOf(one) === record)
    return <VisitForm key={record} name={record} row={row} queue={queue} view={view} close={() => write(undefined)} />
  }
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      <OutboxPart rows={data?.cases ?? []} cared={cared} queue={queue} view={view} edit={write} />
      {isAway && <EmptyState title={says.away} advice={says.awayAdvice} />}
      {error !== null && !isAway && data === undefined && <ErrorState error={error} retry={refetch} />}
      {error === null && data === undefined && <Loading />}
      {!keepsShell() && <p className="muted">{says.notKept}</p>}
      {data !== undefined && <Visits rows={data.cases} view={view} write={write} />}
      {care.data !== undefined && <CareVisits list={care.data} view={view} write={write} />}
      {care.data === undefined && care.error !== null && !isAway && (
        <ErrorState error={care.error} retry={() => care.refetch()} />
      )}
    </>
  )
}

export const nameOf = ({ county, case: id }: Pick<CaseRow, 'county' | 'case'>): string => `${county}/${id}`

interface VisitsProps {
  readonly rows: readonly CaseRow[]
  readonly view: QueueView
  readonly write: (name: string) => void
}

function Visits({ rows, view, write }: VisitsProps): ReactNode {
  const { person } = useSession()
  if (rows.length === 0) return <EmptyState title={says.empty} advice={says.emptyAdvice} />
  const groups = groupVisits(rows, person.unit_name, dayOf(new Date()))
  const mine = groups.late.length + groups.soon.length + groups.later.length
  return (
    <>
      <p className="muted">{says.counts(mine, groups.late.filter((row) => row.is_overdue).length)}</p>
      {(['late', 'soon', 'later', 'others'] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <section key={group} className="panel-section" aria-label={says.groups[group]}>
              <h2>{says.groups[group]}</h2>
              <ul className="visit-list">
                {groups[group].map((row) => (
                  <VisitCard
                    key={nameOf(row)}
                    row={row}
                    hasDraft={view.visits.some((one) => nameOfVisit(one) === nameOf(row) && one.state === 'draft')}
                    write={() => write(nameOf(row))}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  )
}
