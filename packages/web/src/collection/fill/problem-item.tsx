import { type TaskFinding, WHOLE_REGISTER } from '@eduduty/core/collection/tasks'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ExplanationPart } from '../review/explanation-part.tsx'
import { reviewMessages } from '../review/messages.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { columnTitle, rowTitle, useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'
import { isAllowed } from './permits.ts'

const says = paneMessages.problems

/** One finding: what does not agree, both sides with their values, the way to each cell, and the explanation. */
export function ProblemItem({ finding }: { finding: TaskFinding }): ReactNode {
  const { left, right, severity } = finding
  return (
    <li className={isSettled(finding) ? 'problem problem-explained' : `problem problem-${severity}`}>
      <p className="problem-title">
        {isSettled(finding) ? (
          <span className="met severity">{says.accepted}</span>
        ) : (
          <SeverityMark severity={severity} />
        )}
        <strong>{finding.title}</strong>
      </p>
      <p>{finding.message}</p>
      {left !== undefined && right !== undefined && (
        <table className="sides">
          <tbody>
            <tr>
              <td>{left.label}</td>
              <td className="align-right number">{left.text}</td>
            </tr>
            <tr>
              <td>{right.label}</td>
              <td className="align-right number">{right.text}</td>
            </tr>
          </tbody>
        </table>
      )}
      {finding.advice !== '' && <p className="muted">{finding.advice}</p>}
      <Places finding={finding} asks={left !== undefined && right !== undefined} />
      {severity === 'soft' && <ExplanationPart finding={finding} />}
    </li>
  )
}

/** Its explanation was accepted: nothing is left to be done. */
const isSettled = ({ explanation }: TaskFinding): boolean => explanation?.status === 'accepted'

/** 哪个错了？ Each cell that takes part leads to its place; a reviewer may send them back. */
function Places({ finding, asks }: { finding: TaskFinding; asks: boolean }): ReactNode {
  const { detail, goTo, basket } = useDesk()
  const places = finding.columns.map((column) => ({ row: finding.row_no, column }))
  const isNowhere = detail.task.is_roster && finding.row_no === WHOLE_REGISTER
  if (places.length === 0 || isNowhere) return null
  const all = places.every((place) => basket.has(place))
  const toggle = () => {
    for (const place of places) {
      if (all) basket.take(place)
      else basket.put({ ...place, reason: finding.message })
    }
  }
  return (
    <p className="problem-places">
      {asks && <span>{says.which}</span>}
      {places.map((place) => (
        <button key={place.column} type="button" className="link" onClick={() => goTo(place)}>
          {detail.task.is_roster && `${rowTitle(detail, place.row)} `}
          {says.goTo(columnTitle(detail, place.column))}
        </button>
      ))}
      {isAllowed(detail, 'return') && (
        <Button size="small" onClick={toggle}>
          {all ? reviewMessages.basket.take : reviewMessages.basket.putFinding}
        </Button>
      )}
    </p>
  )
}
