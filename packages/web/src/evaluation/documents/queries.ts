import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'

export interface DocumentEntry {
  /** Path inside the output folder; 退回修改/… for returned workbooks. */
  readonly name: string
  readonly title: string
  readonly bytes: number
  readonly type: string
}

const base = (run: string) => `/evaluation/runs/${encodeURIComponent(run)}/documents`

export const documentsQuery = (run: string) =>
  queryOptions({ queryKey: ['documents', run], queryFn: ({ signal }) => getJson<DocumentEntry[]>(base(run), signal) })

export const documentAddress = (run: string, name: string) => `/api${base(run)}/${encodeURIComponent(name)}`
