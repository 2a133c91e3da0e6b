import type { DraftEntry } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface DraftKey {
  readonly county: string
  readonly draft: string
}

interface DraftRow {
  readonly county_code: string
  readonly draft_id: string
  readonly org_path: string
  readonly title: string
  readonly base_pack: string | null
  readonly base_hash: string | null
  readonly base_title: string | null
  readonly base_version: string | null
  readonly revision: number
  readonly made_by: string
  readonly made_at: string
  readonly saved_by: string
  readonly saved_at: string
  readonly installed_pack: string | null
  readonly installed_hash: string | null
  readonly installed_at: string | null
}

const selected = `select d.*, i.title as base_title, i.version as base_version from pack_drafts d
  left join packs_installed i on i.pack_id = d.base_pack and i.content_hash = d.base_hash`

/** Drafts within reach, the one saved last first. */
export async function listDrafts({ db }: Pick<Ctx, 'db'>): Promise<DraftEntry[]> {
  const rows = await db.run<DraftRow>(`${selected} order by saved_at desc, draft_id limit 200`)
  return rows.map(entryOf)
}

/** Errors: `pack.draft_not_found`. */
export async function getDraft(db: Queries, { county, draft }: DraftKey): Promise<DraftEntry> {
  const [row] = await db.run<DraftRow>(`${selected} where d.county_code = $1 and d.draft_id = $2`, [county, draft])
  if (row === undefined) throw new AppError('pack.draft_not_found')
  return entryOf(row)
}

/** For a step that changes it: locked, and not installed yet. Errors: `pack.draft_not_found`, `pack.draft_installed`. */
export async function getOpenDraft(db: Queries, key: DraftKey): Promise<DraftEntry> {
  await db.run('select 1 from pack_drafts where county_code = $1 and draft_id = $2 for update', [key.county, key.draft])
  const draft = await getDraft(db, key)
  if (draft.installed !== undefined) throw new AppError('pack.draft_installed', { title: draft.title })
  return draft
}

function entryOf(row: DraftRow): DraftEntry {
  const { county_code, draft_id, title, revision, made_by, made_at, saved_by, saved_at } = row
  const { base_pack, base_hash, installed_pack, installed_hash, installed_at } = row
  return {
    county_code,
    draft_id,
    title,
    revision,
    made_by,
    made_at,
    saved_by,
    saved_at,
    ...(base_pack !== null &&
      base_hash !== null && {
        base: {
          pack_id: base_pack,
          hash: base_hash,
          title: row.base_title ?? base_pack,
          version: row.base_version ?? '',
        },
      }),
    ...(installed_pack !== null &&
      installed_hash !== null &&
      installed_at !== null && { installed: { pack_id: installed_pack, hash: installed_hash, at: installed_at } }),
  }
}
