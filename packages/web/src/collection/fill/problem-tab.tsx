import type { ReturnedCell, TaskFinding } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { ReturnItem } from '../review/return-item.tsx'
import { allProblems, openFindings, openProblems } from '../tasks/open-problems.ts'
import { columnTitle, rowTitle, useDesk } from './desk-context.ts'
import { askedCells, openReturns } from './open-cells.ts'
import { paneMessages } from './pane-messages.ts'
import { ProblemItem } from './problem-item.tsx'

const says = paneMessages.problems
const shownBlanks = 12

/** What is wrong: sent back first, then what must be mended, what must be explained, what is empty. */
export function ProblemTab(): ReactNode {
  const { detail, isFoundHere } = useDesk()
  const { findings, returns, task } = detail
  const open = openReturns(returns)
  const asked = askedCells(returns)
  const real = findings.filter((one) => one.kind !== 'blank')
  const hard = real.filter((one) => one.severity === 'hard')
  const soft = real.filter((one) => one.severity === 'soft')
  const blanks = findings.filter((one) => one.kind === 'blank')
  const all = isFoundHere ? findings.length : allProblems(task)
  const isCut = all > findings.length
  const counts = isCut ? openProblems(task) : openFindings({ findings })
  if (open.length + asked.length + findings.length === 0) {
    return (
      <p className="pane-empty muted">
        {task.check_state === 'unchecked' ? says.noneUnchecked : `${says.none}。${says.noneAdvice}`}
      </p>
    )
  }
  return (
    <div className="pane-scroll">
      {isFoundHere && (
        <p className="muted" role="status">
          {says.foundHere}
        </p>
      )}
      {open.length > 0 && <Returns title={says.returned} returns={open} />}
      {asked.length > 0 && <Returns title={says.asked} returns={asked} />}
      {isCut && <p className="note">{says.cut(all, findings.length)}</p>}
      <Findings title={says.hardTitle(counts.hard)} hint={says.hardHint} findings={hard} />
      <Findings
        title={says.softTitle(counts.unexplained, isCut ? task.soft_errors : soft.length)}
        hint={says.softHint}
        findings={soft}
      />
      {blanks.length > 0 && <Blanks blanks={blanks} />}
    </div>
  )
}

function Returns({ title, returns }: { title: string; returns: readonly ReturnedCell[] }): ReactNode {
  return (
    <section className="pane-section">
      <h3>{title}</h3>
      <ul className="problem-list">
        {returns.map((one) => (
          <ReturnItem key={one.return_id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Findings(props: { title: string; hint: string; findings: readonly TaskFinding[] }): ReactNode {
  if (props.findings.length === 0) return null
  return (
    <section className="pane-section">
      <h3>
        {props.title}
        <span className="muted pane-hint">{props.hint}</span>
      </h3>
      <ul className="problem-list">
        {props.findings.map((finding) => (
          <ProblemItem key={`${finding.check} ${finding.row_no} ${finding.finding_no}`} finding={finding} />
        ))}
      </ul>
    </section>
  )
}

/** Empty cells are many at first: their names, each leading to its cell. */
function Blanks({ blanks }: { blanks: readonly TaskFinding[] }): ReactNode {
  const { detail, goTo } = useDesk()
  const places = blanks.flatMap(({ row_no, columns }) => columns.map((column) => ({ row: row_no, column })))
  return (
    <section className="pane-section">
      <h3>{says.blank(places.length)}</h3>
      <p className="blank-list">
        {places.slice(0, shownBlanks).map((place) => (
          <button key={`${place.row} ${place.column}`} type="button" className="link" onClick={() => goTo(place)}>
            {detail.task.is_roster && `${rowTitle(detail, place.row)} `}
            {columnTitle(detail, place.column)}
          </button>
        ))}
        {places.length > shownBlanks && <span className="muted">{says.blankMore(places.length - shownBlanks)}</span>}
      </p>
    </section>
  )
}
