import { createHash, randomUUID } from 'node:crypto'
import type { TemplateKept } from '@eduduty/core/documents'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { examineTemplate, presentCheck } from './examine-template.ts'
import { getTemplate } from './find-template.ts'
import { listTemplates } from './list-templates.ts'
import type { TemplatePlace } from './template-place.ts'

export interface TemplateFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Keeps a file as a new template, unless something is wrong in it. Errors: `reports.template_unreadable`,
 * `reports.template_title_taken`.
 */
export async function addTemplate(
  ctx: Ctx,
  place: TemplatePlace,
  file: TemplateFile,
  title: string,
): Promise<TemplateKept> {
  const taken = await listTemplates(ctx, place)
  if (taken.some((one) => one.title === title)) throw new AppError('reports.template_title_taken', { title })
  return keep(ctx, place, file, { id: randomUUID(), version: 1, title })
}

/**
 * Keeps a file as the next version of a template; `after` is the version that the writer saw. Errors:
 * `reports.template_unreadable`, `reports.template_not_found`, `reports.template_changed`.
 */
export async function addTemplateVersion(
  ctx: Ctx,
  place: TemplatePlace,
  file: TemplateFile,
  { id, after }: { readonly id: string; readonly after: number },
): Promise<TemplateKept> {
  const { version, title } = await getTemplate(ctx, place, id)
  if (version !== after) throw new AppError('reports.template_changed', { title })
  return keep(ctx, place, file, { id, version: version + 1, title })
}

/** Takes a template out of use; its versions stay on record. Errors: `reports.template_not_found`. */
export async function retireTemplate(ctx: Ctx, place: TemplatePlace, id: string): Promise<void> {
  const { version, title } = await getTemplate(ctx, place, id)
  await addRow(ctx, place, { id, version: version + 1, title, kind: 'retired', file: EMPTY, tags: 0 })
  ctx.audit({ action: 'reports.retire_template', subject: title })
}

const EMPTY: TemplateFile = { name: '', bytes: new Uint8Array() }

async function keep(
  ctx: Ctx,
  place: TemplatePlace,
  file: TemplateFile,
  as: { readonly id: string; readonly version: number; readonly title: string },
): Promise<TemplateKept> {
  const examined = await examineTemplate(file.bytes, place.plan)
  const check = presentCheck(examined)
  if (check.faults.length > 0) return check
  await addRow(ctx, place, { ...as, kind: 'file', file, tags: check.tags })
  ctx.audit({ action: 'reports.keep_template', subject: as.title, detail: { version: as.version, file: file.name } })
  const kept = (await listTemplates(ctx, place)).find(({ id }) => id === as.id)
  return { ...check, ...(kept !== undefined && { kept }) }
}

interface NewRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly kind: 'file' | 'retired'
  readonly file: TemplateFile
  readonly tags: number
}

async function addRow(ctx: Ctx, place: TemplatePlace, row: NewRow): Promise<void> {
  const { id, version, title, kind, file, tags } = row
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const added = ctx.db.run(
    `insert into reports_templates (county_code, template_id, version, org_path, pack_id, kind, title, file_name, content,
       sha256, tags, person_id, person_name, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      place.county,
      id,
      version,
      areaPath(place.county),
      place.packId,
      kind,
      title,
      file.name,
      file.bytes,
      sha256,
      tags,
      ctx.actor.id,
      ctx.actor.name,
      ctx.now,
    ],
  )
  // Of two who add the same version at once the database lets one in.
  await added.catch((error: unknown) => {
    if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
      throw new AppError('reports.template_changed', { title })
    throw error
  })
}
