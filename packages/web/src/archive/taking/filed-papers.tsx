import type { FiledPaper } from '@eduduty/core/archive'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { describingMessages } from '../describing/messages.ts'
import { pickingMessages as says } from './messages.ts'
import '../archive.css'

const badly: ReadonlySet<FiledPaper['standing']> = new Set(['insufficient', 'expired', 'withdrawn'])

/** Papers that another record names: each leads to the archive and says whether it was reviewed and still counts. */
export function FiledPapers({ county, papers }: { county: string; papers: readonly FiledPaper[] }): ReactNode {
  const may = useMay()('archive.read')
  if (papers.length === 0) return null
  return (
    <ul className="archive-filed">
      {papers.map(({ paper, title, standing, lacks }) => (
        <li key={paper}>
          {title === '' ? (
            <span className="muted">{says.hidden}</span>
          ) : (
            <>
              {may ? (
                <Link to="/archive/papers" search={{ county, paper }}>
                  {title}
                </Link>
              ) : (
                title
              )}
              <span className={badly.has(standing) ? 'archive-tag wrong' : 'archive-tag'}>
                {says.standings[standing]}
              </span>
              {lacks !== '' && <span className="archive-tag short">{describingMessages.lacks(lacks)}</span>}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
