import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { LevelMark } from './level-mark.tsx'
import { collectionMessages } from './messages.ts'

const FIRST = 4
const says = collectionMessages.ofUnit
const weight = { error: 0, check: 1, note: 2, repair: 3 } as const

/** What is wrong with the data of one unit, the worst first; each leads to its cell. */
export function UnitFindings(props: { unit: string; name: string }): ReactNode {
  const { index } = useCurrentRun()
  const own = useMemo(
    () =>
      index.assessment.findings
        .map((finding, at) => ({ finding, pick: String(at) }))
        .filter(({ finding }) => finding.unit === props.unit)
        .sort((a, b) => weight[a.finding.level] - weight[b.finding.level]),
    [index, props.unit],
  )
  if (own.length === 0) return null
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      <ul className="unit-findings">
        {own.slice(0, FIRST).map(({ finding, pick }) => (
          <li key={pick}>
            <LevelMark level={finding.level} />{' '}
            <Link to="/collection" search={{ pick, q: props.name }}>
              {finding.message}
            </Link>
          </li>
        ))}
      </ul>
      {own.length > FIRST && (
        <Link to="/collection" search={{ q: props.name }}>
          {says.all(own.length)}
        </Link>
      )}
    </section>
  )
}
