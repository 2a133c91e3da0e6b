import { parseIdNumber } from '@eduduty/core/codes'
import {
  byGravity,
  type ChildFacts,
  type FindingSettled,
  isOnTwoRolls,
  isOutOfSchool,
  type RollSchool,
  type Schooling,
  type SettleFindingBody,
} from '@eduduty/core/enrolment'
import { areaPath, type OrgPath, pathsAbove } from '@eduduty/core/organizations'
import type { MatchLedger } from '@eduduty/core/packs'
import { countedRegisters } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { unitsOfCounty } from '../cases/open/case-units.ts'
import { type Opening, openCase } from '../cases/open/open-case.ts'
import { assertKnownCounty, assertReachesCounty } from '../county-reach.ts'
import { getMatchPack } from './find-match-pack.ts'
import { findSchooling, toldOr } from './find-schooling.ts'
import { onTwoRolls } from './findings.ts'
import { openedCell } from './sealed-cells.ts'

export interface FindingKey {
  readonly county: string
  readonly finding: string
}

/**
 * Says whether a child really is not in school: for everything that comparisons have found of it, wherever it stands. What
 * is true opens one case; what is excluded needs something to show for it. Of a child on two rolls the county says which
 * school keeps it. Errors: `enrolment.finding_not_found`, `enrolment.settled_already`, `enrolment.reason_missing`,
 * `enrolment.exclusion_unproved`, `enrolment.whole_county`, `enrolment.keeper_missing`, `enrolment.township_unknown`; as `openCase`.
 */
export async function settleFinding(
  acting: Opening,
  key: FindingKey,
  body: SettleFindingBody,
): Promise<FindingSettled> {
  const { ctx } = acting
  const { county, finding } = key
  assertKnownCounty(ctx, county)
  const [why, proof] = [body.why.trim(), (body.proof ?? '').trim()]
  const child = await lockChild(acting, key)
  const [row] = child
  if (why === '') throw new AppError('enrolment.reason_missing')
  if (body.answer === 'excluded' && proof === '') throw new AppError('enrolment.exclusion_unproved')
  const keeper = isOnTwoRolls(row.ledger) ? keeperOf(ctx, county, row, { ...body, proof }) : ''
  const opens = body.answer === 'confirmed' && child.some(({ ledger }) => isOutOfSchool(ledger))
  const opened = opens
    ? await openFor(acting, key, child, { grounds: `${saidOf(child)}。核实：${why}`, told: body.schooling })
    : {}
  await reaching(ctx, [areaPath(county)], () =>
    ctx.db.kysely
      .updateTable('enrolment_findings')
      .set({
        state: body.answer,
        settled_by: ctx.actor.name,
        settled_at: ctx.now,
        why,
        kept_by: keeper,
        proof: opened.says ?? proof,
        case_id: opened.caseId ?? null,
      })
      .where('county_code', '=', county)
      .where(
        'finding_id',
        'in',
        child.map(({ finding_id }) => finding_id),
      )
      .execute(),
  )
  const titles = [...new Set(child.map(({ match_title }) => match_title))].join('、')
  ctx.audit({ action: 'enrolment.settle_finding', subject: titles, detail: { finding, answer: body.answer } })
  return opened.caseId === undefined ? {} : { case: opened.caseId }
}

interface FindingFacts {
  readonly finding_id: string
  readonly org_path: OrgPath
  readonly from_path: OrgPath
  readonly match_title: string
  readonly year: number
  readonly ledger: MatchLedger
  readonly subject: string
  readonly says: string
  readonly schools: readonly RollSchool[]
  readonly child_group: string
  readonly name: string
  readonly id_number: string
  readonly sex: string
  readonly birth_on: string | null
  readonly guardian: string
  readonly phone: string
  readonly address: string
  readonly village: string
  readonly grade: string
  readonly state: string
  readonly case_id: string | null
}

type Child = readonly [FindingFacts, ...FindingFacts[]]

/**
 * The finding with whatever else is open of the same child, locked in one order: two units that answer for one child at
 * once follow each other. The rows of other units are not shown to whoever answers.
 */
async function lockChild({ ctx }: Opening, { county, finding }: FindingKey): Promise<Child> {
  const [seen] = await ctx.db.run<{ subject: string; year: number; ledger: MatchLedger }>(
    'select subject, year, ledger from enrolment_findings where county_code = $1 and finding_id = $2',
    [county, finding],
  )
  if (seen === undefined) throw new AppError('enrolment.finding_not_found')
  const rows = await reaching(ctx, [areaPath(county)], () =>
    ctx.db.run<FindingFacts>(
      `select finding_id, org_path, from_path, match_title, year, ledger, subject, says, schools, child_group, name, id_number,
         sex, birth_on, guardian, phone, address, village, grade, state, case_id
       from enrolment_findings
       where county_code = $1 and year = $2 and subject = $3 and (${onTwoRolls}) = $4
       order by finding_id for update`,
      [county, seen.year, seen.subject, isOnTwoRolls(seen.ledger)],
    ),
  )
  const own = rows.find((row) => row.finding_id === finding)
  if (own === undefined || own.state === 'gone' || own.case_id !== null) throw new AppError('enrolment.settled_already')
  const others = rows.filter((row) => row !== own && row.state === 'open')
  return [own, ...others.toSorted(byGravity)]
}

const saidOf = (child: Child): string =>
  [...new Set(child.map(({ match_title, says }) => `${match_title}：${says}`))].join('；')

/** Name of the school that keeps a child on two rolls; the county decides, by a proof. */
function keeperOf(
  ctx: Ctx,
  county: string,
  { schools }: FindingFacts,
  { answer, keeps, proof = '' }: Pick<SettleFindingBody, 'answer' | 'keeps' | 'proof'>,
): string {
  assertReachesCounty(ctx, county)
  if (answer === 'excluded') return ''
  const keeper = schools.find(({ unit }) => unit === keeps)
  if (keeper === undefined || proof === '') throw new AppError('enrolment.keeper_missing')
  return keeper.name
}

interface Opened {
  readonly grounds: string
  /** What the clerk has found out of earlier schooling. */
  readonly told: Schooling | undefined
}

/** A child that has a case already needs no second one: what is said of the other stands in place of a proof. */
async function openFor(
  acting: Opening,
  key: FindingKey,
  child: Child,
  { grounds, told }: Opened,
): Promise<{ readonly caseId?: string; readonly says?: string }> {
  try {
    const facts = await factsOf(acting, key, child, told)
    const opened = await openCase(acting, facts, grounds.slice(0, 1000))
    return { caseId: opened.case }
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'enrolment.case_exists') return { says: cause.message }
    throw cause
  }
}

type Text = 'sex' | 'guardian' | 'address' | 'village' | 'grade'

async function factsOf(
  acting: Opening,
  { county, finding }: FindingKey,
  child: Child,
  told: Schooling | undefined,
): Promise<ChildFacts> {
  const [row] = child
  const { keyring } = acting
  const at = (id: string) => ({ keyring, county, table: 'enrolment_findings', row: id }) as const
  const text = (column: Text): string => child.map((one) => one[column]).find((cell) => cell !== '') ?? ''
  const number = openedCell(at(row.finding_id), 'id_number', row.id_number)
  const phone = child.map((one) => openedCell(at(one.finding_id), 'phone', one.phone)).find((one) => one !== '') ?? ''
  const [sex, guardian, address] = [text('sex'), text('guardian'), text('address')]
  const [village, grade] = [text('village'), text('grade')]
  const places = await placesOf(acting, county, child)
  // A number that cannot be true is no use for finding the child again, nor for asking the rolls.
  const isNumber = !('fault' in parseIdNumber(number))
  const asked = { index: isNumber ? row.subject : undefined, birthOn: row.birth_on, year: row.year }
  const known = await findSchooling(acting.ctx, county, asked)
  const groups = [...new Set(child.map(({ child_group }) => child_group.slice(0, 30)).filter((one) => one !== ''))]
  return {
    name: row.name,
    groups,
    ...places,
    ...(isNumber && { id_number: number }),
    ...(/^1[3-9]\d{9}$/.test(phone) && { guardian_phone: phone }),
    ...((sex === '男' || sex === '女') && { sex }),
    ...(row.birth_on !== null && { birth_on: row.birth_on }),
    ...(guardian !== '' && { guardian }),
    ...(address !== '' && { address }),
    ...(village !== '' && { village }),
    ...(places.school === undefined ? toldOr(known, told) : { ...known, schooling: 'left' as const }),
    ...(grade !== '' && { grade }),
    found_by: { kind: 'finding', id: finding },
  }
}

/** The child's township, and its school if any comparison knows one. */
async function placesOf(
  acting: Opening,
  county: string,
  child: Child,
): Promise<Pick<ChildFacts, 'township' | 'school'>> {
  const units = await unitsOfCounty(acting.ctx, county)
  const isKind = (kind: string) => (path: OrgPath) =>
    units.some(({ org_path, kind: own }) => org_path === path && own === kind)
  const paths = child.flatMap(({ org_path, from_path }) => [org_path, from_path])
  const school = paths.find(isKind('school'))
  const township =
    paths.find(isKind('township')) ??
    paths.flatMap(pathsAbove).find(isKind('township')) ??
    (await townshipOfChild(acting, county, child[0], isKind('township')))
  if (township === undefined) throw new AppError('enrolment.township_unknown')
  return { township, ...(school !== undefined && { school }) }
}

/** Where the registers of townships have a child that a school was told of. */
function townshipOfChild(
  { ctx }: Opening,
  county: string,
  { subject, year }: Pick<FindingFacts, 'subject' | 'year'>,
  isTownship: (path: OrgPath) => boolean,
): Promise<OrgPath | undefined> {
  return reaching(ctx, [areaPath(county)], async () => {
    const pack = await getMatchPack(ctx.db)
    const sides = (pack.pack.matches ?? []).flatMap(({ left }) => left)
    const registers = [...new Set(sides.map(({ register }) => register))]
    const counted = await countedRegisters(ctx.db, { county, pack, registers, year })
    for (const { register, keys } of sides) {
      const found = counted.get(register)
      if (found === undefined || keys.identity === undefined || keys.unit !== undefined) continue
      const rows = await ctx.db.run<{ org_path: string }>(
        `select distinct org_path from ${quoteName(found.table.name)}
         where county_code = $1 and submission_id = any($2::text[]) and split_part(${quoteName(keys.identity)}, ':', 1) = $3`,
        [county, found.submissionIds, subject],
      )
      const path = rows.map(({ org_path }) => org_path).find(isTownship)
      if (path !== undefined) return path
    }
    return undefined
  })
}
