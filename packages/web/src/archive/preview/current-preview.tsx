import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { paperQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { currentVersion } from '../paper/current-version.ts'
import { PaperPreview } from './paper-preview.tsx'

/** The newest version of a paper, to be read beside what is said of it. */
export function CurrentPreview({ county, paper }: { county: string; paper: string }): ReactNode {
  const { data: view, error, refetch } = useQuery(paperQuery(county, paper))
  const version = view === undefined ? undefined : currentVersion(view.versions)
  return (
    <section className="archive-preview" aria-label={archiveMessages.preview.label}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && view === undefined && <Loading />}
      {view !== undefined && version !== undefined && (
        <PaperPreview key={version.version} row={view.row} version={version} />
      )}
    </section>
  )
}
