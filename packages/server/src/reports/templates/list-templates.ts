import type { TemplateEntry, TemplateVersion } from '@eduduty/core/documents'
import type { Ctx } from '../../platform/ctx.ts'
import type { TemplatePlace } from './template-place.ts'

interface TemplateRow {
  readonly template_id: string
  readonly version: number
  readonly kind: string
  readonly title: string
  readonly file_name: string
  readonly bytes: number
  readonly tags: number
  readonly person_name: string
  readonly saved_at: string
}

const MOST = 2000

/** The templates in use, by title, each with its versions, the newest first. */
export async function listTemplates(
  { db }: Pick<Ctx, 'db'>,
  { county, packId }: Pick<TemplatePlace, 'county' | 'packId'>,
): Promise<TemplateEntry[]> {
  const rows = await db.run<TemplateRow>(
    `select template_id, version, kind, title, file_name, length(content) as bytes, tags, person_name, saved_at
     from reports_templates where county_code = $1 and pack_id = $2
     order by template_id, version desc limit ${MOST}`,
    [county, packId],
  )
  const ids = [...new Set(rows.map(({ template_id: id }) => id))]
  return ids
    .flatMap((id) => {
      const [newest, ...former] = rows.filter((row) => row.template_id === id)
      if (newest === undefined || newest.kind === 'retired') return []
      return { id, title: newest.title, versions: [presentVersion(newest), ...former.map(presentVersion)] }
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN'))
}

const presentVersion = (row: TemplateRow): TemplateVersion => ({
  version: row.version,
  file_name: row.file_name,
  bytes: row.bytes,
  tags: row.tags,
  saved_by: row.person_name,
  saved_at: row.saved_at,
})
