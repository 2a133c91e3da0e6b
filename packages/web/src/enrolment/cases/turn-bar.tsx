import type { CaseView } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { oneCaseMessages } from './case-messages.ts'
import { DueMark } from './due-mark.tsx'
import { caseMessages } from './messages.ts'

const says = oneCaseMessages.turn

/** Whose turn it is and till when; whom to ask where it is another's; how it ended, where it has. */
export function TurnBar({ view: { row, waits_for: waits } }: { view: CaseView }): ReactNode {
  const { owner, owner_name: unit, closed_on: closed, exit = '', held_until: until } = row
  return (
    <>
      <p className={row.is_overdue ? 'note case-turn case-turn-late' : 'note case-turn'}>
        {owner !== undefined && (
          <>
            <span className="muted before">{says.label}</span>
            <strong className="before">{says.who(caseMessages.lines[owner], unit)}</strong>
            <DueMark row={row} />
            {waits !== undefined && (
              <span className="apart">{says.waits(waits.unit_name, waits.people, waits.since)}</span>
            )}
          </>
        )}
        {closed !== undefined && (
          <>
            <strong className="before">{says.ended}</strong>
            <span>{says.closedOn(closed, exit)}</span>
          </>
        )}
        <span className="apart muted">{says.done(row.visits, row.persuasions)}</span>
        {row.is_relapse && <span className="case-tag case-tag-wrong">{caseMessages.relapse}</span>}
      </p>
      {until !== undefined && <p className="note case-former">{says.former(until)}</p>}
    </>
  )
}
