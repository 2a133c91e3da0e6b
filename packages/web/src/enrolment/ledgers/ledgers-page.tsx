import type { LedgerBook } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ledgersQuery } from './ledger-queries.ts'
import { LedgersDesk } from './ledgers-desk.tsx'
import { ledgerMessages as says } from './messages.ts'

const route = getRouteApi('/shell/plain/enrolment/ledgers')

/** The three ledgers of a county's year, and where they do not agree. */
export function LedgersPage(): ReactNode {
  const tree = useQuery(unitTreeQuery())
  const county = tree.data?.county
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {tree.error !== null && <ErrorState error={tree.error} retry={() => tree.refetch()} />}
      {tree.error === null && county === undefined && <Loading />}
      {county !== undefined && <Ledgers county={county} />}
    </>
  )
}

function Ledgers({ county }: { county: string }): ReactNode {
  const { year } = route.useSearch()
  const { data, error, refetch } = useQuery(ledgersQuery(county, year))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return isEmpty(data) ? (
    <EmptyState title={says.noYear} advice={says.noYearAdvice} />
  ) : (
    <LedgersDesk county={county} book={data} />
  )
}

const isEmpty = ({ years, places }: LedgerBook): boolean => years.length === 0 && places.length === 0
