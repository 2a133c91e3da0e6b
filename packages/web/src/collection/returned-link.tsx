import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { documentAddress, documentsQuery, returnedFor } from '../platform/run/documents.ts'
import { collectionMessages } from './messages.ts'

/** The workbook of a finding with its wrong cells red, to be sent back. Nothing where none was made. */
export function ReturnedLink({ file }: { file: string }): ReactNode {
  const run = useCurrentRun()
  const documents = useQuery(documentsQuery(run.id))
  const returned = returnedFor(documents.data ?? [], file)
  if (returned === undefined) return null
  return (
    <p className="note">
      {collectionMessages.panel.returned}{' '}
      <a href={documentAddress(run.id, returned.name)} download>
        {collectionMessages.panel.download}
      </a>
    </p>
  )
}
