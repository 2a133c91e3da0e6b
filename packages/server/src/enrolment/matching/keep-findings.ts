import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import type { KeepingPairs } from './keep-proposals.ts'
import type { PlannedMatch } from './match-plan.ts'
import { cellOf, filledWords, type SideRow } from './read-sides.ts'
import type { MatchOutcome } from './run-match.ts'
import { resealed } from './sealed-cells.ts'

export interface KeepingFindings extends KeepingPairs {
  readonly plan: PlannedMatch
  /** Where the unit with a code stands. */
  readonly pathOf: (code: string) => OrgPath | undefined
}

interface KnownFinding {
  readonly finding_id: string
  readonly subject: string
  readonly print: string
  readonly state: string
  readonly settled_by: string
  readonly settled_at: string | null
  readonly why: string
  readonly earlier: string
}

/**
 * Keeps what a run has found: new children are added, those that were gone or excluded on other words come back, and those
 * that are no longer found are closed with the reason. Returns how many are to be looked for now.
 */
export async function keepFindings(ctx: Ctx, keeping: KeepingFindings, outcome: MatchOutcome): Promise<number> {
  const known = await ctx.db.run<KnownFinding>(
    `select finding_id, subject, print, state, settled_by, settled_at, why, earlier from enrolment_findings
     where county_code = $1 and pack_id = $2 and match_id = $3 and year = $4`,
    [keeping.county, keeping.packId, keeping.matchId, keeping.year],
  )
  const bySubject = new Map(known.map((one) => [one.subject, one]))
  for (const row of outcome.found) await keepFinding(ctx, keeping, row, bySubject.get(row.subject))
  const found = new Set(outcome.found.map(({ subject }) => subject))
  for (const one of known)
    if (one.state === 'open' && !found.has(one.subject)) await closeFinding(ctx, keeping, one, outcome)
  const [left] = await ctx.db.run<{ asked: number }>(
    `select count(*) as asked from enrolment_findings
     where county_code = $1 and pack_id = $2 and match_id = $3 and year = $4 and state = 'open'`,
    [keeping.county, keeping.packId, keeping.matchId, keeping.year],
  )
  return Number(left?.asked ?? 0)
}

async function keepFinding(
  ctx: Ctx,
  keeping: KeepingFindings,
  row: SideRow,
  known: KnownFinding | undefined,
): Promise<void> {
  const { county } = keeping
  const id = known?.finding_id ?? randomUUID()
  const values = { ...describeFinding(keeping, row, id), last_run: keeping.runId }
  if (known === undefined) {
    const key = { county_code: county, finding_id: id, pack_id: keeping.packId, match_id: keeping.matchId }
    await ctx.db.kysely
      .insertInto('enrolment_findings')
      .values({ ...key, ...values, year: keeping.year, subject: row.subject, found_at: ctx.now })
      .execute()
    return
  }
  const isBack = known.state === 'gone' || (known.state === 'excluded' && known.print !== row.print)
  // What a person has settled keeps the words that it was settled on.
  if (known.state !== 'open' && !isBack) return
  const again = { state: 'open', settled_by: '', settled_at: null, why: '', proof: '', earlier: earlierOf(known) }
  await ctx.db.kysely
    .updateTable('enrolment_findings')
    .set({ ...values, ...(isBack && again) })
    .where('county_code', '=', county)
    .where('finding_id', '=', id)
    .execute()
}

function earlierOf({ earlier, settled_at, settled_by, state, why }: KnownFinding): string {
  const day = settled_at === null ? '' : dayOf(new Date(settled_at))
  return [earlier, `${day} ${settled_by}${state === 'gone' ? '销' : '排除'}：${why}`]
    .filter((one) => one !== '')
    .join('；')
}

/** What is kept of a row that was found. */
export function describeFinding(keeping: KeepingFindings, row: SideRow, id: string) {
  const { match, exempts } = keeping.plan
  const exempt = row.exempt === undefined ? undefined : exempts[row.exempt]?.exempt
  const text = (role: Parameters<typeof cellOf>[1]): string => cellOf(row, role) ?? ''
  const at = { keyring: keeping.keyring, county: keeping.county, table: 'enrolment_findings', row: id } as const
  const path = keeping.pathOf(text('unit')) ?? row.path
  return {
    org_path: path,
    from_path: row.path,
    unit_name: keeping.nameOf(path),
    match_title: match.title,
    ledger: exempt?.ledger ?? match.ledger,
    print: row.print,
    says: exempt === undefined ? filledWords(row, match.says) : exempt.says,
    child_group: match.group === undefined ? '' : filledWords(row, match.group),
    ...{ name: text('name'), sex: text('sex'), birth_on: text('birth') === '' ? null : text('birth') },
    id_number: resealed(at, 'id_number', row, 'identity'),
    ...{ guardian: text('guardian'), phone: resealed(at, 'phone', row, 'phone'), address: text('address') },
    ...{ village: text('village'), school: text('school'), grade: text('grade') },
  }
}

async function closeFinding(
  ctx: Ctx,
  { county, plan, runId }: KeepingFindings,
  { finding_id, subject }: KnownFinding,
  { exempt, confirmed, pairs }: MatchOutcome,
): Promise<void> {
  const exemptRow = exempt.find((row) => row.subject === subject)
  const says = exemptRow?.exempt === undefined ? undefined : plan.exempts[exemptRow.exempt]?.exempt.says
  const why = confirmed.has(subject)
    ? '已确认与另一本册子里的是同一人'
    : pairs.some(({ left }) => left === subject)
      ? '找到相像的一行，先请人确认'
      : (says ?? (plan.wantsMissing ? '再次比对时已比上，或名册里已没有这个孩子' : '再次比对时已不在两边名册里'))
  await ctx.db.kysely
    .updateTable('enrolment_findings')
    .set({ state: 'gone', settled_by: '系统', settled_at: ctx.now, why, last_run: runId })
    .where('county_code', '=', county)
    .where('finding_id', '=', finding_id)
    .execute()
}
