import type { ProposalView } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { matchMessages } from './match-messages.ts'

const says = matchMessages.proposals

type Line = ProposalView['lines'][number]
type Pieces = Line['left']

/** Two rows side by side, sign by sign; what differs is marked by more than a colour. */
export function PairTable({ pair }: { pair: ProposalView }): ReactNode {
  return (
    <table className="ledger match-table">
      <thead>
        <tr>
          <th scope="col">{says.item}</th>
          <th scope="col">{pair.left_title}</th>
          <th scope="col">{pair.right_title}</th>
          <th scope="col">{says.reason}</th>
        </tr>
      </thead>
      <tbody>
        {pair.lines.map((line) => (
          <tr key={line.title}>
            <th scope="row">{line.title}</th>
            <td>
              <Signs pieces={line.left} />
            </td>
            <td>
              <Signs pieces={line.right} />
            </td>
            <td className="muted">{reasonOf(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function reasonOf({ left, right, says: reason }: Line): string {
  if (reason !== '') return reason
  if (left.length === 0 && right.length === 0) return ''
  return left.length === 0 || right.length === 0 ? says.lacking : says.equal
}

function Signs({ pieces }: { pieces: Pieces }): ReactNode {
  if (pieces.length === 0) return <span className="muted">{says.blank}</span>
  return (
    <span className="match-signs">
      {pieces.map((piece, at) => {
        const key = `${at} ${piece.text}`
        return piece.differs ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>
      })}
    </span>
  )
}
