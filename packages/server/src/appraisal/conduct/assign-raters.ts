import { type AssignBody, isSeat, seatTitles } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import { sectionTitle } from '../store/appraisal-facts.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import type { Rater } from './list-raters.ts'

type Wanted = AssignBody['assignments'][number]

/**
 * Gives seats of sections to raters. Whoever loses a seat loses what they had not handed in. Errors:
 * `appraisal.section_not_found`, `appraisal.rater_unknown`, `appraisal.rater_conflict`, `appraisal.same_rater`,
 * `appraisal.seat_handed_in`, the refusals.
 */
export async function assignRaters(
  acting: Acting,
  key: AppraisalKey,
  { assignments }: AssignBody,
  raters: readonly Rater[],
): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'assign')
  const changes = assignments.filter((wanted) => isChange(appraisal, wanted))
  for (const wanted of changes) assertAssignable(appraisal, wanted, raters)
  assertApart(appraisal, changes, raters)
  for (const wanted of changes) await seat(acting, appraisal, wanted, raters)
  if (changes.length === 0) return
  const says = changes
    .map(
      ({ section, seat: at, person_id }) =>
        `${sectionTitle(appraisal, section)}${seatName(at)}${nameOf(raters, person_id)}`,
    )
    .join('；')
  await endDeed(ctx, appraisal, next, { deed: 'assign', says, detail: { changed: changes.length } })
}

const seatName = (at: number): string => `（${isSeat(at) ? seatTitles[at] : at}）`
const nameOf = (raters: readonly Rater[], id: string): string => raters.find((one) => one.person_id === id)?.name ?? id

function isChange({ assignments }: Appraisal, wanted: Wanted): boolean {
  const now = assignments.find((one) => one.section === wanted.section && one.seat === wanted.seat)
  return now?.person_id !== wanted.person_id
}

function assertAssignable(appraisal: Appraisal, wanted: Wanted, raters: readonly Rater[]): void {
  const { row, items, assignments } = appraisal
  if (!items.some(({ section }) => section === wanted.section))
    throw new AppError('appraisal.section_not_found', { section: wanted.section })
  const rater = raters.find(({ person_id }) => person_id === wanted.person_id)
  if (rater === undefined) throw new AppError('appraisal.rater_unknown', { unit: row.subject_name })
  if (rater.why_not !== undefined)
    throw new AppError('appraisal.rater_conflict', { name: rater.name, unit: row.subject_name })
  const now = assignments.find((one) => one.section === wanted.section && one.seat === wanted.seat)
  if (now !== undefined && now.handed_in_at !== null)
    throw new AppError('appraisal.seat_handed_in', {
      name: now.person_name,
      section: sectionTitle(appraisal, wanted.section),
    })
}

/** Three seats of a section, three people. */
function assertApart(appraisal: Appraisal, changes: readonly Wanted[], raters: readonly Rater[]): void {
  const seated = new Map<string, string>()
  for (const { section, seat: at, person_id } of [...appraisal.assignments, ...changes])
    seated.set(`${section} ${at}`, person_id)
  for (const { section } of changes) {
    const people = [1, 2, 3].flatMap((at) => seated.get(`${section} ${at}`) ?? [])
    const twice = people.find((person, at) => people.indexOf(person) !== at)
    if (twice === undefined) continue
    const name = nameOf(raters, twice)
    throw new AppError('appraisal.same_rater', { section: sectionTitle(appraisal, section), name })
  }
}

async function seat({ ctx }: Acting, appraisal: Appraisal, wanted: Wanted, raters: readonly Rater[]): Promise<void> {
  const { row, items } = appraisal
  const rater = raters.find(({ person_id }) => person_id === wanted.person_id)
  await ctx.db.run(
    `update appraisal_opinions set replaced_at = $5 where county_code = $1 and appraisal_id = $2 and seat = $3
       and item = any($4::text[]) and replaced_at is null`,
    [
      row.county_code,
      row.appraisal_id,
      wanted.seat,
      items.filter(({ section }) => section === wanted.section).map(({ item }) => item),
      ctx.now,
    ],
  )
  await ctx.db.run(
    `insert into appraisal_assignments (county_code, appraisal_id, section, seat, person_id, person_name, unit_name,
       assigned_by, assigned_at, org_path)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (county_code, appraisal_id, section, seat) do update set person_id = excluded.person_id,
       person_name = excluded.person_name, unit_name = excluded.unit_name, assigned_by = excluded.assigned_by,
       assigned_at = excluded.assigned_at, handed_in_at = null`,
    [
      row.county_code,
      row.appraisal_id,
      wanted.section,
      wanted.seat,
      wanted.person_id,
      rater?.name ?? '',
      rater?.unit ?? '',
      ctx.actor.name,
      ctx.now,
      row.org_path,
    ],
  )
}
