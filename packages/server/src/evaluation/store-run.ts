import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment, Mention } from '@eduduty/core/evaluation'
import { areaPath, countyKeyOf } from '@eduduty/core/organizations'
import { storeFiles } from '../collection/index.ts'
import { findUnitPaths } from '../organizations/index.ts'
import { keepPack, type LoadedPack } from '../packs/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'
import type { AssessedFolder } from './assess-folder.ts'
import { isAssessment } from './find-run.ts'
import { storeRows } from './store-rows.ts'
import { readTraces, TRACE_FILE } from './trace-file.ts'
import { type UnitPath, unitPathIn } from './unit-path.ts'
import type { Outputs } from './write-outputs.ts'

export interface RunToStore {
  readonly pack: LoadedPack
  readonly assessed: AssessedFolder
  readonly outputs: Outputs
  /** Folder that holds the files of `outputs`. */
  readonly folder: string
  /** Table of each register of the pack. */
  readonly tables: ReadonlyMap<string, string>
}

/** Sentences and cells kept with one figure. */
const MENTIONS = 50

/** Keeps a run with everything it stands on. The same run again replaces itself. */
export async function storeRun(ctx: Ctx, input: RunToStore): Promise<void> {
  const { assessed, pack } = input
  const assessment = assessed.county.assessment()
  const county = countyKeyOf(assessment.run.county.code)
  const document: unknown = assessment
  if (!isAssessment(document)) throw new Error(`the assessment of ${assessment.run.id} does not keep its contract`)
  const { db } = ctx
  await keepPack(db, pack)
  const pathOf = unitPathIn(county, await findUnitPaths(db, county))
  const sheets = await storeFiles(db, county, assessed.read, ctx.now)
  await storeRows(db, {
    pack: pack.pack,
    tables: input.tables,
    county,
    pathOf,
    snapshot: assessment.run.snapshot,
    rows: assessed.read.rows,
    sheets,
    nameOf: (unit) => (unit === county ? assessment.run.county.name : assessed.county.evaluation.data.nameOf(unit)),
    now: ctx.now,
  })
  await storeAssessment(db, assessment, ctx.now)
  await storeFigures(db, input, assessment, pathOf)
  await storeFindings(db, assessment, pathOf)
  await storeDocuments(db, input, assessment)
  ctx.audit({ action: 'evaluation.run', subject: assessment.run.id, detail: { verdict: assessment.verdict.state } })
}

/** Figures live in their own table, one row each; the document is kept without them. */
async function storeAssessment(queries: Queries, assessment: Assessment, now: Date): Promise<void> {
  const { run, verdict } = assessment
  const county = countyKeyOf(run.county.code)
  await queries.run('delete from evaluation_runs where county_code = $1 and run_id = $2', [county, run.id])
  await queries.run(
    `insert into evaluation_runs (county_code, org_path, run_id, pack_id, pack_hash, snapshot_hash, year, county_name,
       verdict, status, assessment, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'preview', $10, $11)`,
    [
      county,
      areaPath(county),
      run.id,
      run.pack.id,
      run.pack.hash,
      run.snapshot,
      run.year,
      run.county.name,
      verdict.state,
      JSON.stringify({ ...assessment, figures: [] }),
      now,
    ],
  )
}

/** The chain of each figure comes from the file that was written: nothing is computed a second time. */
async function storeFigures(
  queries: Queries,
  input: RunToStore,
  assessment: Assessment,
  pathOf: UnitPath,
): Promise<void> {
  const mentions = mentionsByFigure(input.outputs.mentions)
  const figures = new Map(assessment.figures.map((figure, index) => [figure.id, { figure, no: index + 1 }]))
  const grains = new Map(assessment.nodes.map((node) => [node.id, node.grain]))
  const county = countyKeyOf(assessment.run.county.code)
  const units = new Map(assessment.subjects.map((subject) => [subject.id, subject.unit]))
  async function* rows(): AsyncGenerator<unknown[]> {
    for await (const trace of readTraces(join(input.folder, TRACE_FILE))) {
      const { figure, no } = figures.get(trace.figure) ?? {}
      if (figure === undefined) continue
      const content = `{"trace":${trace.json},"mentions":${JSON.stringify(mentions.get(trace.figure) ?? [])}}`
      const { node, subject } = figure
      const whose = [county, pathOf(units.get(subject)), assessment.run.id]
      yield [...whose, figure.id, no, grains.get(node) ?? '', node, subject, JSON.stringify(figure), content]
    }
  }
  await queries.loadRows(
    'evaluation_figures',
    ['county_code', 'org_path', 'run_id', 'figure_id', 'figure_no', 'grain', 'node', 'subject', 'figure', 'content'],
    rows(),
  )
}

function mentionsByFigure(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions)
    for (const figure of mention.figures) {
      const group = groups.get(figure)
      if (group === undefined) groups.set(figure, [mention])
      else if (group.length < MENTIONS) group.push(mention)
    }
  return groups
}

async function storeFindings(queries: Queries, { run, findings }: Assessment, pathOf: UnitPath): Promise<void> {
  const county = countyKeyOf(run.county.code)
  await queries.loadRows(
    'evaluation_findings',
    [
      'county_code',
      'run_id',
      'finding_no',
      'level',
      'code',
      'message',
      'advice',
      'file',
      'sheet',
      'cell',
      'register',
      'column_id',
      'unit_code',
      'unit_name',
      'org_path',
      'content',
    ],
    findings.map((finding, index) => [
      county,
      run.id,
      index + 1,
      finding.level,
      finding.code,
      finding.message,
      finding.advice ?? null,
      finding.file ?? null,
      finding.sheet ?? null,
      finding.cell ?? null,
      finding.register ?? null,
      finding.column ?? null,
      finding.unit ?? null,
      finding.unit_name ?? null,
      pathOf(finding.unit),
      JSON.stringify(finding),
    ]),
  )
}

async function storeDocuments(queries: Queries, input: RunToStore, { run }: Assessment): Promise<void> {
  const county = countyKeyOf(run.county.code)
  for (const file of input.outputs.files) {
    const content = await readFile(join(input.folder, file.name))
    await queries.run(
      `insert into evaluation_documents (county_code, org_path, run_id, name, title, media_type, content)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [county, areaPath(county), run.id, file.name, file.title, file.type, content],
    )
  }
}
