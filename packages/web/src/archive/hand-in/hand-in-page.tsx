import type { Catalogue, NeedList } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { needsQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { RequestBar } from '../request-bar.tsx'
import { catalogueName, useCatalogue } from '../use-catalogue.ts'
import { HandInCard } from './hand-in-card.tsx'
import { keepPlaces } from './keep-places.ts'
import { mostUrgentFirst } from './most-urgent-first.ts'
import '../archive.css'

const route = getRouteApi('/shell/plain/archive/hand-in')
const says = archiveMessages.handIn

/** What the own unit still owes, each with the way to send it: also from a telephone. */
export function HandInPage(): ReactNode {
  const { found, catalogue } = useCatalogue(route.useSearch().catalogue)
  return (
    <>
      <PlainHead title={says.title} purpose={catalogue?.title ?? says.purpose} />
      {found.error !== null && <ErrorState error={found.error} retry={() => found.refetch()} />}
      {found.error === null && found.data === undefined && <Loading />}
      {found.data !== undefined && catalogue === undefined && (
        <EmptyState title={archiveMessages.noCatalogue} advice={archiveMessages.noCatalogueAdviceOthers} />
      )}
      {catalogue !== undefined && <Owed key={catalogueName(catalogue)} catalogue={catalogue} />}
    </>
  )
}

function Owed({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const { person } = useSession()
  const { data: whole } = useQuery(needsQuery(catalogue, {}))
  const own = whole === undefined ? undefined : ownUnit(whole.units, person.unit_name)
  // Whose unit owes nothing is not shown what all the others owe.
  const { data, error, refetch } = useQuery({
    ...needsQuery(catalogue, { open: 'true', unit: own ?? 'none' }),
    enabled: whole !== undefined,
  })
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  if (data.needs.length === 0)
    return (
      <EmptyState
        title={says.nothing}
        advice={says.nothingAdvice}
        action={<Link to="/archive">{archiveMessages.title}</Link>}
      />
    )
  return <OwedList catalogue={catalogue} data={data} />
}

/** Sorted when the page is opened: a card stays where it is, with its receipt, when its state changes. */
function OwedList({ catalogue, data }: { catalogue: Catalogue; data: NeedList }): ReactNode {
  const [places] = useState(() => mostUrgentFirst(data.needs).map(({ need }) => need))
  return (
    <>
      <RequestBar requests={data.requests} isListedBelow />
      <p className="muted">{says.count(data.total)}</p>
      <ul className="archive-owed">
        {keepPlaces(places, mostUrgentFirst(data.needs)).map((need) => (
          <HandInCard key={need.need} catalogue={catalogue} need={need} />
        ))}
      </ul>
    </>
  )
}

/** The unit of whoever is signed in; where only one is within reach, that one. */
function ownUnit(units: NeedList['units'], name: string): string | undefined {
  const [first, ...others] = units
  return units.find((one) => one.name === name)?.unit ?? (others.length === 0 ? first?.unit : undefined)
}
