import { charactersOf } from '@eduduty/core/documents'
import { type GrantInForce, scopesFor, type Verb } from '@eduduty/core/identity'
import {
  decideReport,
  type ReportDeed,
  type ReportDetail,
  type ReportFacts,
  reportOfDraft,
} from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { listComments } from './comments.ts'
import { contentOf, type DraftRow, presentEntry } from './draft-row.ts'
import { findNewerRun } from './list-reports.ts'
import { factsOf, verbOfDeed } from './step-report.ts'
import { listVersions } from './versions.ts'
import { waitsFor } from './waits-for.ts'

const deeds: readonly ReportDeed[] = ['send', 'withdraw', 'return', 'sign', 'reopen']

/** A draft with everything that its page shows; `status`: what kind of evaluation it stands on. */
export async function readReport(
  ctx: Ctx,
  row: DraftRow,
  grants: readonly GrantInForce[],
  status: ReportDetail['run_status'],
): Promise<ReportDetail> {
  const key = { county: row.county_code, report: row.report_id }
  const content = contentOf(row)
  const characters = charactersOf(reportOfDraft(content, row.file_name))
  const facts = factsOf(row, characters)
  const may = (verb: Verb): boolean => scopesFor(grants, verb).some((scope) => row.org_path.startsWith(scope))
  return {
    ...presentEntry(row, { newerRun: await findNewerRun(ctx, row), waitsForMe: waitsFor(ctx, grants, row) }),
    run_status: status,
    outline: row.outline,
    grain: row.grain,
    subject: row.subject,
    revision: row.revision,
    characters,
    ...(row.max_characters !== null && { max_characters: row.max_characters }),
    content,
    comments: await listComments(ctx, key),
    versions: await listVersions(ctx, key),
    may: deeds.filter((deed) => may(verbOfDeed(deed)) && isOpen(ctx, facts, deed)),
    may_write: may('reports.draft') && row.state === 'writing',
  }
}

/** What only waits for the writer is offered, and says then what it waits for. */
function isOpen(ctx: Ctx, facts: ReportFacts, deed: ReportDeed): boolean {
  const { refused } = decideReport(facts, deed, ctx.actor.id)
  return refused === undefined || refused === 'has_open_marks' || refused === 'too_long'
}
