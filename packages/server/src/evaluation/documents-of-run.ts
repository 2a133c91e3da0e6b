import { type Static, Type } from 'typebox'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import type { RunKey } from './find-run.ts'

export const DocumentEntry = Type.Object(
  { name: Type.String(), title: Type.String(), bytes: Type.Integer(), type: Type.String() },
  { additionalProperties: false },
)
export type DocumentEntry = Static<typeof DocumentEntry>

/** Files that a run wrote: official forms and reports first, returned workbooks last. */
export async function listDocuments(db: Queries, key: RunKey): Promise<DocumentEntry[]> {
  const rows = await db.run<DocumentEntry>(
    `select name, title, media_type as type, length(content) as bytes from evaluation_documents
     where county_code = $1 and run_id = $2 order by strpos(name, '/') > 0, name like '%.json', name`,
    [key.county, key.run],
  )
  return rows.map(({ name, title, bytes, type }) => ({ name, title, bytes, type }))
}

export interface DocumentContent {
  readonly type: string
  readonly content: Buffer
}

/** One file of a run. Errors: `evaluation.document_not_found`. */
export async function getDocument(db: Queries, key: RunKey, name: string): Promise<DocumentContent> {
  const [row] = await db.run<{ media_type: string; content: Uint8Array }>(
    'select media_type, content from evaluation_documents where county_code = $1 and run_id = $2 and name = $3',
    [key.county, key.run, name],
  )
  if (row === undefined) throw new AppError('evaluation.document_not_found', { name })
  return { type: row.media_type, content: Buffer.from(row.content) }
}
