import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { cockpitMessages } from './messages.ts'

const says = cockpitMessages

/** Tables of this evaluation that are not whole, those that lack most first. */
export function RegisterCoverage({ most }: { most: number }): ReactNode {
  const { coverage } = useCurrentRun().index.assessment
  const short = coverage.registers
    .filter(({ reported, expected }) => reported < expected)
    .toSorted((a, b) => b.expected - b.reported - (a.expected - a.reported))
  return (
    <section>
      <h2>{says.coverage}</h2>
      {short.length === 0 && <p className="muted">{says.coverageWhole}</p>}
      <ul className="deadline-list">
        {short.slice(0, most).map((register) => (
          <li key={register.register}>
            <span>{register.title}</span>
            <span className="number short">{says.coverageOf(register.reported, register.expected)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
