import type { LimitKind } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { limitsQuery } from './limit-queries.ts'
import { limitMessages as says } from './messages.ts'

/** Which limits a page hangs on. */
export type LimitUse = 'cases' | 'reports' | 'care' | 'retention'

const kindsOf: Readonly<Record<LimitUse, readonly LimitKind[]>> = {
  cases: ['stage', 'times', 'relapse'],
  reports: ['report'],
  care: ['visit'],
  retention: ['retention'],
}

/** That limits of a page are not decided, once above it: a way there for whoever decides, else whom to ask. */
export function UndecidedNote({ county, use }: { county: string; use: LimitUse }): ReactNode {
  const { data } = useQuery(limitsQuery(county))
  const open = (data?.limits ?? []).filter(({ kind, decided }) => decided === undefined && kindsOf[use].includes(kind))
  if (data === undefined || open.length === 0) return null
  return (
    <p className="note" role="note" aria-label={says.note.label}>
      <span className="before">{says.note[use](open.length)}</span>
      <DecideWay mayDecide={data.may_decide} ask={data.ask} />
    </p>
  )
}

/** Of one case: its time does not run. */
export function UndecidedTime({ county }: { county: string }): ReactNode {
  const { data } = useQuery(limitsQuery(county))
  return data === undefined ? null : <DecideWay mayDecide={data.may_decide} ask={data.ask} />
}

function DecideWay({ mayDecide, ask }: { mayDecide: boolean; ask: readonly string[] }): ReactNode {
  return mayDecide ? <Link to="/enrolment/limits">{says.note.go}</Link> : <span>{says.ask(ask)}</span>
}
