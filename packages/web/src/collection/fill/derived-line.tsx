import type { DerivedRoster, DerivedValue } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { derivedMessages as says } from './derived-messages.ts'
import { isTakeable, rostersOf, valueAt } from './derived-standing.ts'
import { useDesk } from './desk-context.ts'
import type { CellPlace } from './task-queries.ts'
import { useDerived } from './use-derived.ts'

/** In the panel of one cell: what the rosters come to, from how many rows, and one click to take it. */
export function DerivedLine({ place }: { place: CellPlace }): ReactNode {
  const { found, isTaking, take } = useDerived()
  const value = found && valueAt(found.values, place)
  if (found === undefined || value === undefined) return null
  const rosters = rostersOf(value, found.rosters)
  return (
    <section className="pane-section derived-line">
      <h3>{says.cell}</h3>
      <p>
        <Told value={value} />
        {isTakeable(value) && found.may_accept && (
          <Button size="small" className="apart" loading={isTaking} onClick={() => take([value])}>
            {says.take}
          </Button>
        )}
      </p>
      {value.state === 'unknown' ? (
        rosters
          .filter(({ standing }) => standing === 'missing')
          .map((one) => <RosterLink key={one.register} one={one} />)
      ) : (
        <p className="muted">
          {says.from(rosters.map(({ title, says: state }) => says.roster(title, state)).join('、'), value.rows_counted)}
          <span className="derived-formula">{value.formula}</span>
        </p>
      )}
      {value.state !== 'unknown' && rosters.some(({ standing }) => standing === 'draft') && (
        <p className="muted">{says.draft}</p>
      )}
    </section>
  )
}

function Told({ value }: { value: DerivedValue }): ReactNode {
  if (value.state === 'unknown') return <span className="muted">{value.why === '' ? says.unknown : value.why}</span>
  if (value.state === 'same') return says.same(value.derived)
  return <span className="short">{says.line(value.derived, value.filled, value.difference)}</span>
}

/** To where a missing roster is handed in. */
export function RosterLink({ one }: { one: DerivedRoster }): ReactNode {
  const { county_code } = useDesk().detail.task
  if (one.task_id === undefined) return <p className="muted">{says.noTask(one.title)}</p>
  return (
    <p>
      <Link to="/collection/tasks/$county/$task" params={{ county: county_code, task: one.task_id }}>
        {says.goRoster(one.title)}
      </Link>
    </p>
  )
}
