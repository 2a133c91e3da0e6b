import type { CaseView } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { oneCaseMessages } from './case-messages.ts'
import { caseMessages } from './messages.ts'

const says = oneCaseMessages.holders

/** Which units have the case, and had it. */
export function HoldersPart({ holders }: Pick<CaseView, 'holders'>): ReactNode {
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      <ul className="case-holders">
        {holders.map(({ line, unit_name: unit, from, until }) => (
          <li key={`${line} ${unit} ${from}`} className={until === undefined ? '' : 'muted'}>
            <span className="case-line">{caseMessages.lines[line]}</span> {unit}
            <span className="number apart muted">{says.since(from, until)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
