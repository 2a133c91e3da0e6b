import { parseIdNumber } from '@eduduty/core/codes'
import type { ChildFacts, SettleFindingBody } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath, pathsAbove } from '@eduduty/core/organizations'
import { countedRegisters } from '../../collection/index.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { unitsOfCounty } from '../cases/open/case-units.ts'
import { type Opening, openCase } from '../cases/open/open-case.ts'
import { assertKnownCounty } from '../county-reach.ts'
import { getMatchPack } from './find-match-pack.ts'
import { openedCell } from './sealed-cells.ts'

export interface FindingKey {
  readonly county: string
  readonly finding: string
}

/** A ledger of cells to be put right, not of children out of school. */
const WORDS_ONLY = '待核实信息'

/**
 * Says whether a child really is not in school. What is true opens a case; what is excluded needs something to show for
 * it. Errors: `enrolment.finding_not_found`, `enrolment.settled_already`, `enrolment.reason_missing`,
 * `enrolment.exclusion_unproved`, `enrolment.township_unknown`; as `openCase`.
 */
export async function settleFinding(acting: Opening, key: FindingKey, body: SettleFindingBody): Promise<void> {
  const { ctx } = acting
  const { county, finding } = key
  assertKnownCounty(ctx, county)
  const row = await getFinding(acting, key)
  const [why, proof] = [body.why.trim(), (body.proof ?? '').trim()]
  if (why === '') throw new AppError('enrolment.reason_missing')
  if (body.answer === 'excluded' && proof === '') throw new AppError('enrolment.exclusion_unproved')
  const opens = body.answer === 'confirmed' && row.ledger !== WORDS_ONLY
  const opened = opens ? await openFor(acting, key, row, `${row.match_title}：${row.says}。核实：${why}`) : {}
  await ctx.db.kysely
    .updateTable('enrolment_findings')
    .set({
      ...{ state: body.answer, settled_by: ctx.actor.name, settled_at: ctx.now, why },
      proof: opened.says ?? proof,
      case_id: opened.caseId ?? null,
    })
    .where('county_code', '=', county)
    .where('finding_id', '=', finding)
    .execute()
  ctx.audit({ action: 'enrolment.settle_finding', subject: row.match_title, detail: { finding, answer: body.answer } })
}

async function getFinding({ ctx }: Opening, { county, finding }: FindingKey) {
  const row = await ctx.db.kysely
    .selectFrom('enrolment_findings')
    .selectAll()
    .where('county_code', '=', county)
    .where('finding_id', '=', finding)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new AppError('enrolment.finding_not_found')
  if (row.state === 'gone' || row.case_id !== null) throw new AppError('enrolment.settled_already')
  return row
}

type FindingFacts = Awaited<ReturnType<typeof getFinding>>

/** A child that has a case already needs no second one: what is said of the other stands in place of a proof. */
async function openFor(
  acting: Opening,
  key: FindingKey,
  row: FindingFacts,
  grounds: string,
): Promise<{ readonly caseId?: string; readonly says?: string }> {
  try {
    const opened = await openCase(acting, await factsOf(acting, key, row), grounds.slice(0, 1000))
    return { caseId: opened.case }
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'enrolment.case_exists') return { says: cause.message }
    throw cause
  }
}

async function factsOf(acting: Opening, { county, finding }: FindingKey, row: FindingFacts): Promise<ChildFacts> {
  const at = { keyring: acting.keyring, county, table: 'enrolment_findings', row: finding } as const
  const number = openedCell(at, 'id_number', row.id_number)
  const phone = openedCell(at, 'phone', row.phone)
  const units = await unitsOfCounty(acting.ctx, county)
  const kindOf = (path: OrgPath): string | undefined => units.find(({ org_path }) => org_path === path)?.kind
  const school = [row.org_path, row.from_path].find((path) => kindOf(path) === 'school')
  const township =
    [row.org_path, row.from_path].flatMap(pathsAbove).find((path) => kindOf(path) === 'township') ??
    (await townshipOfChild(acting, county, row, (path) => kindOf(path) === 'township'))
  if (township === undefined) throw new AppError('enrolment.township_unknown')
  return {
    ...{ name: row.name, township, groups: row.child_group === '' ? [] : [row.child_group.slice(0, 30)] },
    ...(school !== undefined && { school }),
    // A number that cannot be true is no use for finding the child again.
    ...(!('fault' in parseIdNumber(number)) && { id_number: number }),
    ...(/^1[3-9]\d{9}$/.test(phone) && { guardian_phone: phone }),
    ...((row.sex === '男' || row.sex === '女') && { sex: row.sex }),
    ...(row.birth_on !== null && { birth_on: row.birth_on }),
    ...(row.guardian !== '' && { guardian: row.guardian }),
    ...(row.address !== '' && { address: row.address }),
    ...(row.village !== '' && { village: row.village }),
    ...(row.grade !== '' && { grade: row.grade }),
    found_by: { kind: 'finding', id: finding },
  }
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
