import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TemplatePlace } from './template-place.ts'

export interface KeptTemplate {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly content: Uint8Array
}

interface KeptRow {
  readonly version: number
  readonly kind: string
  readonly title: string
  readonly content: Uint8Array
}

/** The newest version, or a former one of a template that is still in use. Errors: `reports.template_not_found`. */
export async function getTemplate(
  { db }: Pick<Ctx, 'db'>,
  { county, packId }: Pick<TemplatePlace, 'county' | 'packId'>,
  id: string,
  version?: number,
): Promise<KeptTemplate> {
  const [newest] = await db.run<KeptRow>(
    `select version, kind, title, content from reports_templates
     where county_code = $1 and pack_id = $2 and template_id = $3 order by version desc limit 1`,
    [county, packId, id],
  )
  if (newest === undefined || newest.kind === 'retired') throw new AppError('reports.template_not_found')
  if (version === undefined || version === newest.version) return present(id, newest)
  const [former] = await db.run<KeptRow>(
    `select version, kind, title, content from reports_templates
     where county_code = $1 and pack_id = $2 and template_id = $3 and version = $4`,
    [county, packId, id, version],
  )
  if (former === undefined) throw new AppError('reports.template_not_found')
  return present(id, former)
}

const present = (id: string, { version, title, content }: KeptRow): KeptTemplate => ({ id, version, title, content })
