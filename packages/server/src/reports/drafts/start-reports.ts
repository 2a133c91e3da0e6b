import { randomUUID } from 'node:crypto'
import { type DocumentSubject, layOutReport, subjectsOf } from '@eduduty/core/documents'
import type { CountyFacade } from '@eduduty/core/evaluation'
import type { Outline } from '@eduduty/core/packs'
import { type StartedReports, type StartReportsBody, startDraft } from '@eduduty/core/reports'
import type { RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getDraft, nameOf } from './draft-row.ts'
import { outlineOf } from './outline-of-pack.ts'
import { keepVersion } from './versions.ts'

/**
 * Writes the outline for each subject and keeps it as a draft. Who has one already keeps it. Errors:
 * `reports.outline_not_found`, `reports.subject_not_found`.
 */
export async function startReports(
  ctx: Ctx,
  key: RunKey,
  source: CountyFacade,
  body: StartReportsBody,
): Promise<StartedReports> {
  const outline = outlineOf(source.pack, body.outline)
  const everybody = new Map(subjectsOf(source, outline).map((about) => [about.subject, about]))
  const started: { created: string[]; present: string[] } = { created: [], present: [] }
  for (const subject of new Set(body.subjects)) {
    const about = everybody.get(subject)
    if (about === undefined) throw new AppError('reports.subject_not_found', { subject })
    const laid = layOutReport(source, outline, about)
    const created = await insertDraft(ctx, key, source, { outline, about, file: laid.file, content: startDraft(laid) })
    if (created === undefined) started.present.push(about.name)
    else started.created.push(created)
  }
  return started
}

interface NewDraft {
  readonly outline: Outline
  readonly file: string
  readonly about: DocumentSubject
  readonly content: ReturnType<typeof startDraft>
}

/** Undefined where the subject has this report already. */
async function insertDraft(
  ctx: Ctx,
  { county, run }: RunKey,
  source: CountyFacade,
  { outline, file, about, content }: NewDraft,
): Promise<string | undefined> {
  const report = randomUUID()
  const inserted = await ctx.db.kysely
    .insertInto('reports_drafts')
    .values({
      county_code: county,
      report_id: report,
      org_path: await pathOf(ctx, { county, run }, about),
      run_id: run,
      pack_id: source.pack.pack.id,
      pack_title: source.pack.pack.title,
      year: source.year,
      outline: outline.id,
      kind: outline.kind ?? 'self_evaluation',
      grain: about.grain,
      subject: about.subject,
      subject_name: about.name,
      title: content.title,
      file_name: file,
      max_characters: outline.max_characters ?? null,
      state: 'writing',
      state_at: ctx.now,
      state_by: ctx.actor.name,
      revision: 1,
      content: JSON.stringify(content),
      open_marks: 0,
      saved_by: ctx.actor.id,
      saved_name: ctx.actor.name,
      saved_at: ctx.now,
      started_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['county_code', 'pack_id', 'year', 'outline', 'grain', 'subject']).doNothing(),
    )
    .returning('report_id')
    .execute()
  if (inserted.length === 0) return undefined
  await keepVersion(ctx, await getDraft(ctx, { county, report }, 'lock'), { reason: 'start' })
  ctx.audit({ action: 'reports.start', subject: nameOf({ subject_name: about.name, title: content.title }) })
  return report
}

/** A report belongs to the unit that it is about; what is no unit of the tree belongs to the county. */
async function pathOf({ db }: Ctx, { county, run }: RunKey, { grain, subject }: DocumentSubject): Promise<string> {
  const [row] = await db.run<{ org_path: string }>(
    `select org_path from (
       select org_path, 1 as place from evaluation_figures
         where county_code = $1 and run_id = $2 and subject = $3 and grain = $4
       union all select org_path, 2 from evaluation_runs where county_code = $1 and run_id = $2) places
     order by place limit 1`,
    [county, run, subject, grain],
  )
  if (row === undefined) throw new AppError('evaluation.run_not_found')
  return row.org_path
}
