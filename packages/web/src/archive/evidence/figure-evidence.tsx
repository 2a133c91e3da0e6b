import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { evidenceQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.evidence

/** In the chain of a figure: how many papers stand behind its indicator, leading to them. */
export function FigureEvidence({ figure }: { figure: string }): ReactNode {
  return useMay()('archive.read') ? <Asked figure={figure} /> : null
}

function Asked({ figure }: { figure: string }): ReactNode {
  const { county, pack, year } = useCurrentRun().index.assessment.run
  const { node: indicator } = splitFigureId(figure)
  const { data } = useQuery(evidenceQuery({ county: county.code, pack: pack.id, indicator, year }))
  if (data?.catalogue === undefined || data.needs.length === 0) return null
  const papers = new Set(data.needs.flatMap((one) => one.papers.map(({ paper }) => paper))).size
  return (
    <section className="trace-section">
      <h3>{says.title}</h3>
      <p>
        <Link to="/archive" search={{ catalogue: `${county.code}/${data.catalogue}`, indicator }}>
          {says.papers(papers)}
        </Link>
        <span className="muted apart">{says.count(data.needs)}</span>
      </p>
    </section>
  )
}
