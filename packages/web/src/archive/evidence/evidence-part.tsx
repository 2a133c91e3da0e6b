import type { NeedRow } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { evidenceQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'
import '../archive.css'

const says = archiveMessages.evidence

export interface EvidenceKey {
  readonly county: string
  readonly pack: string
  readonly indicator: string
  readonly year: number
}

/** Papers behind an indicator and how they stand; nothing where no catalogue asks for any. */
export function EvidencePart({ about }: { about: EvidenceKey }): ReactNode {
  return useMay()('archive.read') ? <Asked about={about} /> : null
}

function Asked({ about }: { about: EvidenceKey }): ReactNode {
  const { data, error, refetch } = useQuery(evidenceQuery(about))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined || data.catalogue === undefined || data.needs.length === 0) return null
  const catalogue = `${about.county}/${data.catalogue}`
  return (
    <section className="panel-section">
      <h3 className="archive-evidence-head">
        {says.title}
        <span className="muted apart">{says.count(data.needs)}</span>
        <Link className="apart" to="/archive" search={{ catalogue, indicator: about.indicator }}>
          {says.toCatalogue}
        </Link>
      </h3>
      <table className="plain archive-evidence">
        <tbody>
          {data.needs.slice(0, MOST).map((one) => (
            <EvidenceLine key={one.need} one={one} catalogue={catalogue} />
          ))}
        </tbody>
      </table>
      {data.needs.length > MOST && <p className="muted">{says.more(data.needs.length - MOST)}</p>}
    </section>
  )
}

/** More stand in the catalogue. */
const MOST = 12

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
