import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import { isOnTwoRolls, isOutOfSchool, type RollSchool } from '@eduduty/core/enrolment'
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
  readonly org_path: string
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
  const key = [keeping.county, keeping.packId, keeping.matchId, keeping.year]
  const known = await ctx.db.run<KnownFinding>(
    `select finding_id, subject, org_path, print, state, settled_by, settled_at, why, earlier from enrolment_findings
     where county_code = $1 and pack_id = $2 and match_id = $3 and year = $4`,
    key,
  )
  const places = placesFound(keeping, outcome.found)
  const byPlace = new Map(known.map((one) => [placeOf(keeping, one.subject, one.org_path), one]))
  const cases = await openCases(ctx, keeping)
  for (const [place, rows] of places) await keepFinding(ctx, keeping, { rows, known: byPlace.get(place), cases })
  for (const one of known)
    if (one.state === 'open' && !places.has(placeOf(keeping, one.subject, one.org_path)))
      await closeFinding(ctx, keeping, one, outcome)
  const [left] = await ctx.db.run<{ asked: number }>(
    `select count(distinct subject) as asked from enrolment_findings
     where county_code = $1 and pack_id = $2 and match_id = $3 and year = $4 and state = 'open'`,
    key,
  )
  return Number(left?.asked ?? 0)
}

/** Where units are compared with each other a child is told to each of them, otherwise to one. */
const placeOf = ({ plan }: KeepingFindings, subject: string, path: string): string =>
  plan.match.units === '不同' ? `${subject} ${path}` : subject

/** The rows of each child that is found, by the place that has to look: its own row first. */
function placesFound(
  keeping: KeepingFindings,
  found: readonly SideRow[],
): ReadonlyMap<string, readonly [SideRow, ...SideRow[]]> {
  const bySubject = groupBy(found, ({ subject }) => subject)
  return new Map(
    found.map((row) => {
      const others = (bySubject.get(row.subject) ?? []).filter((one) => one !== row)
      return [placeOf(keeping, row.subject, unitPath(keeping, row)), [row, ...others]]
    }),
  )
}

const unitPath = ({ pathOf }: KeepingFindings, row: SideRow): string => pathOf(cellOf(row, 'unit') ?? '') ?? row.path

interface OpenCase {
  readonly case_id: string
  readonly match_title: string
}

/** Cases that other comparisons of the year have opened and that go on, by child: there is never a second one. */
async function openCases(
  { db }: Ctx,
  { county, year, matchId }: KeepingFindings,
): Promise<ReadonlyMap<string, OpenCase>> {
  const rows = await db.run<OpenCase & { subject: string }>(
    `select f.subject, f.case_id, f.match_title from enrolment_findings f
     where f.county_code = $1 and f.year = $2 and f.match_id <> $3 and exists (select from enrolment_holdings h
       where h.county_code = f.county_code and h.case_id = f.case_id and h.closed_on is null)`,
    [county, year, matchId],
  )
  return new Map(rows.map(({ subject, ...one }) => [subject, one]))
}

interface FindingToKeep {
  readonly rows: readonly [SideRow, ...SideRow[]]
  readonly known: KnownFinding | undefined
  readonly cases: ReadonlyMap<string, OpenCase>
}

async function keepFinding(ctx: Ctx, keeping: KeepingFindings, { rows, known, cases }: FindingToKeep): Promise<void> {
  const { county } = keeping
  const [row] = rows
  const id = known?.finding_id ?? randomUUID()
  const described = describeFinding(keeping, rows, id)
  const values = { ...described, last_run: keeping.runId }
  const underWay = isOutOfSchool(described.ledger) ? cases.get(row.subject) : undefined
  const state = underWay === undefined ? asked : answeredBy(ctx, underWay)
  if (known === undefined) {
    const key = { county_code: county, finding_id: id, pack_id: keeping.packId, match_id: keeping.matchId }
    await ctx.db.kysely
      .insertInto('enrolment_findings')
      .values({ ...key, ...values, ...state, year: keeping.year, subject: row.subject, found_at: ctx.now })
      .execute()
    return
  }
  const isBack = known.state === 'gone' || (known.state === 'excluded' && known.print !== described.print)
  // What a person has settled keeps the words that it was settled on.
  if (known.state !== 'open' && !isBack) return
  const again = { ...state, earlier: isBack ? earlierOf(known) : known.earlier }
  await ctx.db.kysely
    .updateTable('enrolment_findings')
    .set({ ...values, ...again })
    .where('county_code', '=', county)
    .where('finding_id', '=', id)
    .execute()
}

const asked = { state: 'open', settled_by: '', settled_at: null, why: '', proof: '', kept_by: '', case_id: null }

const answeredBy = (ctx: Ctx, { case_id, match_title }: OpenCase) => ({
  ...asked,
  state: 'confirmed',
  settled_by: '系统',
  settled_at: ctx.now,
  case_id,
  why: `同一个孩子已由“${match_title}”立案`,
})

function earlierOf({ earlier, settled_at, settled_by, state, why }: KnownFinding): string {
  const day = settled_at === null ? '' : dayOf(new Date(settled_at))
  return [earlier, `${day} ${settled_by}${state === 'gone' ? '销' : '排除'}：${why}`]
    .filter((one) => one !== '')
    .join('；')
}

/** What is kept of a child that was found, by the row of the place that has to look and those of others. */
function describeFinding(keeping: KeepingFindings, rows: readonly [SideRow, ...SideRow[]], id: string) {
  const { match, exempts } = keeping.plan
  const [row] = rows
  const exempt = row.exempt === undefined ? undefined : exempts[row.exempt]?.exempt
  const text = (role: Parameters<typeof cellOf>[1]): string => cellOf(row, role) ?? ''
  const at = { keyring: keeping.keyring, county: keeping.county, table: 'enrolment_findings', row: id } as const
  const path = unitPath(keeping, row)
  const says = filledWords(rows, match.says)
  const isTwice = isOnTwoRolls(match.ledger)
  return {
    org_path: path,
    from_path: row.path,
    unit_name: keeping.nameOf(path),
    match_title: match.title,
    ledger: exempt?.ledger ?? match.ledger,
    print:
      rows.length === 1
        ? row.print
        : rows
            .map(({ print }) => print)
            .toSorted()
            .join(' '),
    says: exempt === undefined ? says : isTwice ? `${says}；${exempt.says}` : exempt.says,
    schools: JSON.stringify(isTwice ? schoolsOf(rows) : []),
    child_group: match.group === undefined ? '' : filledWords([row], match.group),
    name: text('name'),
    sex: text('sex'),
    birth_on: text('birth') === '' ? null : text('birth'),
    id_number: resealed(at, 'id_number', row, 'identity'),
    guardian: text('guardian'),
    phone: resealed(at, 'phone', row, 'phone'),
    address: text('address'),
    village: text('village'),
    school: text('school'),
    grade: text('grade'),
  }
}

/** Schools on whose rolls the rows of one child stand. */
function schoolsOf(rows: readonly SideRow[]): readonly RollSchool[] {
  return rows
    .map((row) => ({ unit: cellOf(row, 'unit') ?? '', name: cellOf(row, 'school') ?? '' }))
    .toSorted((one, other) => (one.unit < other.unit ? -1 : 1))
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
