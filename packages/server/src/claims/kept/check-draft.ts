import type { KeptCheck } from '@eduduty/core/claims'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { getRunFacts } from '../../evaluation/index.ts'
import { type Caller, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { contentOf, getDraft, oneLine, type ReportKey } from '../../reports/index.ts'
import { checkInThread } from '../thread/check-in-thread.ts'
import { addCheck } from './add-check.ts'
import { runTitle } from './check-upload.ts'
import { draftText } from './draft-text.ts'
import { readRunReference } from './read-run-reference.ts'

interface Asker {
  readonly door: Door
  readonly caller: Caller
  readonly grants: readonly GrantInForce[]
  readonly signal: AbortSignal
}

/**
 * Checks the present text of a draft against the run that its figures come from. The system reads the run, for the unit of
 * the draft and for the county: no more than the draft itself may say. Errors: `reports.not_found`, `claims.busy`.
 */
export async function checkDraft({ door, caller, grants, signal }: Asker, key: ReportKey): Promise<KeptCheck> {
  const reader: Caller = { ...caller, scopes: scopesFor(grants, 'reports.read') }
  const row = await door.read(reader, (ctx) => getDraft(ctx, key))
  const run = { county: row.county_code, run: row.run_id }
  const path = areaPath(run.county)
  const system = systemCaller('为核对报告取数', { scopes: [path], county: run.county, path })
  const { facts, against } = await door.read(system, async ({ db }) => ({
    facts: await getRunFacts(db, run),
    against: await readRunReference(db, run, row.org_path),
  }))
  const content = draftText(contentOf(row))
  const { text, blocks } = content
  const checked = await checkInThread(
    { input: { report: { text, blocks } }, against: { ...against, about: row.subject_name } },
    oneLine(row.title),
    signal,
  )
  return door.write(caller, (ctx) =>
    addCheck(ctx, {
      title: oneLine(row.title) || row.subject_name,
      source: 'report',
      fileName: '',
      bytes: text,
      path: row.org_path,
      content,
      checked,
      report: row.report_id,
      run: { id: run.run, title: runTitle(facts.countyName, row.year, row.pack_title) },
    }),
  )
}
