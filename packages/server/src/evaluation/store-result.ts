import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment, Mention } from '@eduduty/core/evaluation'
import { areaPath, countyKeyOf } from '@eduduty/core/organizations'
import type { CollectedSource } from '../collection/index.ts'
import { findCodedPaths } from '../organizations/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'
import { isAssessment } from './find-run.ts'
import { storeGathered } from './gather/kept-gathered.ts'
import type { GatheredSource } from './gather/read-gathered.ts'
import { readTraces, TRACE_FILE } from './trace-file.ts'
import { type UnitPath, unitPathIn } from './unit-path.ts'
import type { Outputs } from './write-outputs.ts'

/** `official`: over frozen data alone. */
export type RunStatus = 'preview' | 'official'

export interface ResultToStore {
  readonly assessment: Assessment
  readonly outputs: Outputs
  /** Folder that holds the files of `outputs`. */
  readonly folder: string
  readonly status: RunStatus
  /** What the files named in the traces stand for, where they are no files of a folder. */
  readonly sources: readonly CollectedSource[]
  /** Of what runs of lower governments the rows were made. */
  readonly gathered?: readonly GatheredSource[]
}

/** Sentences and cells kept with one figure. */
const MENTIONS = 50

/** Keeps what was evaluated: the document, each figure with its chain, findings, files. The same run again replaces itself. */
export async function storeResult(ctx: Ctx, input: ResultToStore): Promise<void> {
  const { assessment, status } = input
  const document: unknown = assessment
  if (!isAssessment(document)) throw new Error(`the assessment of ${assessment.run.id} does not keep its contract`)
  const { db } = ctx
  const county = countyKeyOf(assessment.run.county.code)
  const pathOf = unitPathIn(county, await findCodedPaths(db, county))
  await storeAssessment(db, assessment, status, ctx.now)
  await storeFigures(db, input, pathOf)
  await storeFindings(db, assessment, pathOf)
  await storeDocuments(db, input)
  await storeSources(db, input)
  await storeGathered(db, input)
  ctx.audit({
    action: 'evaluation.run',
    subject: assessment.run.id,
    detail: { verdict: assessment.verdict.state, kind: status },
  })
}

/** Figures live in their own table, one row each; the document is kept without them. */
async function storeAssessment(queries: Queries, assessment: Assessment, status: RunStatus, now: Date): Promise<void> {
  const { run, verdict } = assessment
  const county = countyKeyOf(run.county.code)
  await queries.run('delete from evaluation_runs where county_code = $1 and run_id = $2', [county, run.id])
  await queries.run(
    `insert into evaluation_runs (county_code, org_path, run_id, pack_id, pack_hash, snapshot_hash, year, county_name,
       verdict, status, assessment, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
      status,
      JSON.stringify({ ...assessment, figures: [] }),
      now,
    ],
  )
}

/** The chain of each figure comes from the file that was written: nothing is computed a second time. */
async function storeFigures(queries: Queries, input: ResultToStore, pathOf: UnitPath): Promise<void> {
  const { assessment } = input
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

async function storeDocuments(queries: Queries, input: ResultToStore): Promise<void> {
  const { run } = input.assessment
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

async function storeSources(queries: Queries, { assessment: { run }, sources }: ResultToStore): Promise<void> {
  const county = countyKeyOf(run.county.code)
  await queries.loadRows(
    'evaluation_sources',
    ['county_code', 'run_id', 'file', 'sheet', 'submission_id', 'upload_id', 'org_path'],
    sources.map(({ file, sheet, submissionId, uploadId, path }) => [
      county,
      run.id,
      file,
      sheet,
      submissionId,
      uploadId ?? null,
      path,
    ]),
  )
}
