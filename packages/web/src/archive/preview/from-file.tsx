import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { fileQuery, type VersionKey } from '../archive-queries.ts'

/** Gets the file itself, to be drawn. */
export function FromFile(props: { from: VersionKey; children: (file: Blob) => ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(fileQuery(props.from))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return data === undefined ? <Loading /> : props.children(data)
}
