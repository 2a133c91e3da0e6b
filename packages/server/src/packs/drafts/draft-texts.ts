import { draftLimits, draftPath, type PackFile } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { DraftKey } from './draft-row.ts'

/** The files of a draft as they stand after its newest save, in the order of their names. */
export async function readDraftFiles(db: Queries, { county, draft }: DraftKey): Promise<PackFile[]> {
  const rows = await db.run<{ path: string; content: string | null }>(
    `select distinct on (path) path, content from pack_draft_texts where county_code = $1 and draft_id = $2
     order by path, revision desc`,
    [county, draft],
  )
  return rows.flatMap(({ path, content }) => (content === null ? [] : [{ path, text: content }]))
}

/** A file after a save; null takes it away. */
export interface WrittenText {
  readonly path: string
  readonly text: string | null
}

interface Save {
  readonly revision: number
  readonly by: string
  readonly at: Date
}

/** Adds a save with the files that it changed, at the place of the draft. */
export async function addSave(db: Queries, key: DraftKey, save: Save, texts: readonly WrittenText[]): Promise<void> {
  await db.run(
    `insert into pack_draft_saves (county_code, draft_id, revision, org_path, saved_by, saved_at)
     select county_code, draft_id, $3, org_path, $4, $5 from pack_drafts where county_code = $1 and draft_id = $2`,
    [key.county, key.draft, save.revision, save.by, save.at],
  )
  await db.run(
    `insert into pack_draft_texts (county_code, draft_id, revision, path, org_path, content)
     select d.county_code, d.draft_id, $3, t.path, d.org_path, t.content
     from pack_drafts d, unnest($4::text[], $5::text[]) as t (path, content)
     where d.county_code = $1 and d.draft_id = $2`,
    [key.county, key.draft, save.revision, texts.map(({ path }) => path), texts.map(({ text }) => text)],
  )
}

const nameShape = new RegExp(draftPath, 'u')

/** Names that stay inside the folder, and texts of a bounded length. Errors: `pack.draft_file`. */
export function assertDraftFiles(files: readonly PackFile[]): void {
  const refuse = (reason: string, advice: string): never => {
    throw new AppError('pack.draft_file', { reason, advice })
  }
  const { files: most, fileCharacters, characters } = draftLimits
  if (files.length === 0) refuse('里面没有 .yaml 文件', '请选标准包文件夹的压缩包，或由本系统导出的工作簿')
  if (files.length > most) refuse(`文件有 ${files.length} 个，多于 ${most} 个`, '请把几个文件并成一个')
  for (const { path, text } of files) {
    if (!nameShape.test(path)) refuse(`文件名“${path}”不能用`, '文件名不含 \\ : * ? 等符号和“..”，以 .yaml 结尾')
    if (text.length > fileCharacters)
      refuse(`文件 ${path} 太长（${text.length} 字）`, `每个文件不超过 ${fileCharacters} 字，请分成几个文件`)
    if (text.includes('\u0000')) refuse(`文件 ${path} 不是文本文件`, '请另存为 UTF-8 文本')
  }
  const total = files.reduce((sum, { text }) => sum + text.length, 0)
  if (total > characters) refuse(`全部文件共 ${total} 字，太长`, `不超过 ${characters} 字`)
}
