import type { NeedRow } from '@eduduty/core/archive'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'

interface EvidenceTableProps {
  readonly needs: readonly NeedRow[]
  /** As it stands in the address. */
  readonly catalogue: string
  /** More stand in the catalogue. */
  readonly most: number
  /** Those that are not even among the needs given. */
  readonly unlisted?: number
}

/** Required materials with their papers, each leading to its place in the catalogue. */
export function EvidenceTable({ needs, catalogue, most, unlisted = 0 }: EvidenceTableProps): ReactNode {
  const left = Math.max(0, needs.length - most) + unlisted
  return (
    <>
      <table className="plain archive-evidence">
        <tbody>
          {needs.slice(0, most).map((one) => (
            <EvidenceLine key={one.need} one={one} catalogue={catalogue} />
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="muted">{archiveMessages.evidence.more(left)}</p>}
    </>
  )
}

function EvidenceLine({ one, catalogue }: { one: NeedRow; catalogue: string }): ReactNode {
  return (
    <tr>
      <td className="number">{one.file_no}</td>
      <td>
        <Link to="/archive" search={{ catalogue, need: one.need }}>
          {one.title}
        </Link>
      </td>
      <td>{one.unit_name}</td>
      <td>
        <NeedStateMark state={one.state} />
      </td>
      <td>
        {one.papers.length === 0 ? (
          <span className="muted">{one.because}</span>
        ) : (
          one.papers.map(({ paper, title, is_visible: isVisible }) => (
            <span key={paper} className="before">
              {isVisible ? (
                <Link to="/archive" search={{ catalogue, need: one.need, paper }}>
                  {title}
                </Link>
              ) : (
                title
              )}
            </span>
          ))
        )}
      </td>
    </tr>
  )
}
