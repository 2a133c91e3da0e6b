import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { evidenceQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { EvidenceTable } from './evidence-table.tsx'
import '../archive.css'

const says = archiveMessages.evidence

export interface EvidenceKey {
  readonly county: string
  readonly pack: string
  readonly indicator: string
  readonly year: number
  /** Id or code of the unit that owes it; absent: all. */
  readonly unit?: string
}

/** Papers behind an indicator and how they stand; nothing where no catalogue asks for any. */
export function EvidencePart({ about }: { about: EvidenceKey }): ReactNode {
  return useMay()('archive.read') ? <Asked about={about} /> : null
}

function Asked({ about }: { about: EvidenceKey }): ReactNode {
  const { indicator, ...where } = about
  const { data, error, refetch } = useQuery(evidenceQuery({ ...where, indicators: [indicator] }))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined || data.catalogue === undefined || data.needs.length === 0) return null
  const catalogue = `${about.county}/${data.catalogue}`
  const unlisted = (data.items[0]?.needed ?? 0) - (data.items[0]?.listed ?? 0)
  return (
    <section className="panel-section">
      <h3 className="archive-evidence-head">
        {says.title}
        <span className="muted apart">{unlisted > 0 ? says.needed(data.needs, unlisted) : says.count(data.needs)}</span>
        <Link className="apart" to="/archive" search={{ catalogue, indicator }}>
          {says.toCatalogue}
        </Link>
      </h3>
      <EvidenceTable needs={data.needs} catalogue={catalogue} most={MOST} unlisted={Math.max(0, unlisted)} />
    </section>
  )
}

/** More stand in the catalogue. */
const MOST = 12
