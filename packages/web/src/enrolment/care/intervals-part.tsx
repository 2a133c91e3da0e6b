import type { CareIntervalView, CareList } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { limitMessages } from '../limits/messages.ts'
import { UndecidedNote } from '../limits/undecided-note.tsx'
import { careMessages } from './messages.ts'

const says = careMessages.intervals

interface PartProps {
  readonly county: string
  readonly list: Pick<CareList, 'intervals'>
}

/** How often each kind of child is visited; where nobody has said so, that no time runs, and who decides it. */
export function IntervalsPart({ county, list: { intervals } }: PartProps): ReactNode {
  return (
    <>
      <UndecidedNote county={county} use="care" />
      <section className="note" aria-label={says.title}>
        <p>
          <strong className="before">{says.title}</strong>
          <Link to="/enrolment/limits">{limitMessages.title}</Link>
        </p>
        <ul className="care-intervals">
          {intervals.map((one) => (
            <li key={one.id}>
              <span className="before">{one.title}</span>
              {one.every === '' ? <span className="short">{says.none}</span> : <span>{sentenceOf(one)}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

const sentenceOf = ({ every, basis, set_by: by, set_on: on }: CareIntervalView): string =>
  on === undefined ? says.byPack(every, basis) : says.byCounty(every, basis, by, on)
