import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ownRunsQuery } from '../../platform/run/own-run.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { ownMessages } from './messages.ts'
import { isJudging } from './own-lines.ts'

const says = ownMessages.summary

/** On the desk: how one's own unit stands in the newest evaluation of each standard; nothing where none judges it. */
export function OwnSummary(): ReactNode {
  const may = useMay()('evaluation.own')
  const { data, error, refetch } = useQuery({ ...ownRunsQuery(), enabled: may })
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  const newest = [
    ...new Map(
      (data ?? [])
        .filter(isJudging)
        .toReversed()
        .map((one) => [`${one.county.code} ${one.pack.id}`, one]),
    ).values(),
  ]
  if (newest.length === 0) return null
  return (
    <section className="desk-part" aria-label={says.title}>
      <h2>{says.title}</h2>
      <ul className="summary-lines summary-verdicts">
        {newest.toReversed().map(({ run, year, pack, met, unmet, undecided }) => (
          <li key={run}>
            <Link to="/evaluation/own" search={{ of: run }}>
              {says.of(year, pack.title)}
            </Link>{' '}
            <span className="muted">{ownMessages.met(met)}</span>
            {unmet > 0 && <span className="wrong">，{ownMessages.unmet(unmet)}</span>}
            {undecided > 0 && <span className="muted">，{ownMessages.undecided(undecided)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
