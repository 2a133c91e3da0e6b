import type { LimitList } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { limitColumns } from './limit-columns.tsx'
import { limitsQuery } from './limit-queries.ts'
import { LimitsForm } from './limits-form.tsx'
import { limitMessages as says } from './messages.ts'
import '../enrolment.css'
import './limits.css'

/** Numbers that no national document sets: decided once by the county, each beside what the pack suggests. */
export function LimitsPage(): ReactNode {
  const tree = useQuery(unitTreeQuery())
  const county = tree.data?.county
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={<Link to="/enrolment/cases">{says.back}</Link>} />
      {tree.error !== null && <ErrorState error={tree.error} retry={() => tree.refetch()} />}
      {tree.error === null && county === undefined && <Loading />}
      {county !== undefined && <Limits county={county} />}
    </>
  )
}

function Limits({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(limitsQuery(county))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  if (data.limits.length === 0) return <EmptyState title={says.none} advice={says.noneAdvice} />
  return (
    <>
      <Standing list={data} />
      {data.may_decide ? (
        <LimitsForm key={decidedOf(data)} county={county} list={data} />
      ) : (
        <LedgerTable label={says.title} rows={data.limits} columns={limitColumns()} rowKey={({ id }) => id} />
      )}
    </>
  )
}

/** The form begins anew when something has been decided. */
const decidedOf = ({ limits }: LimitList): string =>
  limits.map(({ decided }) => `${decided?.amount ?? ''}${decided?.unit ?? ''}`).join(' ')

function Standing({ list }: { list: LimitList }): ReactNode {
  const open = list.limits.filter(({ decided }) => decided === undefined).length
  return (
    <p className="note">
      <strong className="before">{open === 0 ? says.allDecided : says.open(open)}</strong>
      {open > 0 && list.waiting_cases + list.waiting_reports + list.waiting_children > 0 && (
        <span className="before">{says.waiting(list.waiting_cases, list.waiting_reports, list.waiting_children)}</span>
      )}
      {open > 0 && !list.may_decide && says.ask(list.ask)}
      {open === 0 && list.may_decide && says.kept}
    </p>
  )
}
