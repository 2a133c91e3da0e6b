import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../api/http.ts'

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

/** The workbook with red cells that was made from a source file; a csv comes back as .csv.xlsx. */
export function returnedFor(documents: readonly DocumentEntry[], file: string): DocumentEntry | undefined {
  return [file, `${file}.xlsx`]
    .map((name) => documents.find((one) => isReturned(one) && one.name.slice(one.name.indexOf('/') + 1) === name))
    .find((one) => one !== undefined)
}

/** Folder of the returned workbooks, as the first part of a path. */
export function isReturned(one: DocumentEntry): boolean {
  return one.name.includes('/')
}
