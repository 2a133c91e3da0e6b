import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { NewTaskBody } from '@eduduty/core/duties'
import { areaPath, isWithin, type OrgPath, type UnitEntry } from '@eduduty/core/organizations'
import { findUnitNames, treeAsOf } from '../../organizations/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor, worksFor } from '../acting.ts'
import { getOrigin } from '../mechanisms/origin-tasks.ts'
import { basisText } from '../plans/draft-plan.ts'
import { findDuty } from '../plans/list-duties.ts'
import { getOpenPlan, type PlanKey } from '../plans/plan-row.ts'
import { noteEvent } from './note-event.ts'
import { numberOfOrigin } from './number-of-origin.ts'
import { getTask, type StoredTask, stateOf } from './task-row.ts'

interface Issuer {
  readonly path: OrgPath
  readonly name: string
  /** What the task stems from, in words. */
  readonly basis: string
  readonly parent: StoredTask | undefined
}

/**
 * Makes the same task for each of the units named, all or none: of a duty, of a county's own making, of what a unit has
 * decided or promised, or as parts of a task that the caller's unit leads. Errors: `duties.record_not_found`, `duties.plan_not_found`, `duties.plan_closed`, `duties.whole_county`,
 * `duties.unit_not_found`, `duties.due_past`, `duties.task_not_found`, `duties.not_leader`, `duties.not_underway`,
 * `duties.part_elsewhere`, `duties.part_too_late`, `duties.duty_not_found`, `duties.target_alone`.
 */
export async function makeTasks(acting: Acting, key: PlanKey, body: NewTaskBody): Promise<readonly string[]> {
  const { ctx } = acting
  const plan = await getOpenPlan(ctx, key)
  const issuer = await issuerOf(acting, key.county, body)
  if (body.due_on < dayOf(ctx.now)) throw new AppError('duties.due_past', { day: body.due_on })
  const units = await unitsNamed(acting, key.county, body, issuer)
  const duty =
    body.pack === undefined || body.duty === undefined ? undefined : await findDuty(ctx.db, body.pack, body.duty)
  if (body.duty !== undefined && duty === undefined) throw new AppError('duties.duty_not_found', { duty: body.duty })
  const cooperating = await namesOf(acting, key.county, body.cooperating)
  const no = duty?.duty.no ?? issuer.parent?.no ?? (await numberOfOrigin(acting, key, body.origin))
  const made: string[] = []
  for (const unit of units) {
    const task = randomUUID()
    const place = { county_code: key.county, task_id: task, org_path: unit.org_path }
    await ctx.db.kysely
      .insertInto('duties_tasks')
      .values({
        ...place,
        plan_id: plan.plan,
        parent_id: issuer.parent?.task_id ?? null,
        duty_pack: duty?.pack ?? null,
        duty_id: duty?.duty.id ?? null,
        no,
        title: body.title.trim(),
        wording: body.wording.trim(),
        lists: body.lists,
        basis: duty === undefined ? ownBasis(body, issuer) : basisText(duty.duty.basis),
        unit_id: unit.unit_id,
        unit_name: unit.name,
        issuer_path: issuer.path,
        issuer_name: issuer.name,
        cooperating,
        post: body.post.trim(),
        due_on: body.due_on,
        deliverable: body.deliverable.trim(),
        indicator_pack: body.indicator?.pack ?? null,
        indicator: body.indicator?.indicator ?? null,
        ...targetColumns(body),
        origin_kind: body.origin?.kind ?? null,
        origin_id: body.origin?.id ?? null,
        state: 'draft',
        made_at: ctx.now,
      })
      .execute()
    await keepMilestones(acting, place, body)
    made.push(task)
    ctx.audit({ action: 'duties.make_task', subject: `${unit.name}“${body.title.trim()}”` })
  }
  if (issuer.parent !== undefined)
    await noteEvent(ctx, issuer.parent, {
      deed: 'split',
      unitName: issuer.name,
      says: `分解给${units.map(({ name }) => name).join('、')}`,
    })
  return made
}

/** The county for a task of its own, the leading unit for a part of its task, a unit for what it has decided itself. */
async function issuerOf(acting: Acting, county: string, { parent, origin }: NewTaskBody): Promise<Issuer> {
  const root = areaPath(county)
  const from = origin === undefined ? undefined : await getOrigin(acting, county, origin)
  if (parent === undefined && from !== undefined && from.org_path !== root) {
    if (!issuesFor(acting, from.org_path)) throw new AppError('duties.not_own_record', { unit: from.unit_name })
    return { path: from.org_path, name: from.unit_name, basis: from.title, parent: undefined }
  }
  if (parent === undefined) {
    if (!issuesFor(acting, root)) throw new AppError('duties.whole_county')
    const names = await findUnitNames(acting.ctx.db, county, [root])
    return { path: root, name: names.get(root) ?? '县（市、区）', basis: from?.title ?? '', parent: undefined }
  }
  const task = await getTask(acting.ctx, { county, task: parent })
  if (!worksFor(acting, task.org_path))
    throw new AppError('duties.not_leader', { title: task.title, unit: task.unit_name })
  if (stateOf(task) !== 'underway') throw new AppError('duties.not_underway', { title: task.title })
  return { path: task.org_path, name: task.unit_name, basis: task.basis, parent: task }
}

async function unitsNamed(
  { ctx }: Acting,
  county: string,
  { units: wanted, due_on: dueOn }: NewTaskBody,
  { parent, path }: Issuer,
): Promise<readonly UnitEntry[]> {
  const tree = await treeAsOf(ctx.db, county, dayOf(ctx.now))
  if (parent !== undefined && dueOn > parent.due_on) throw new AppError('duties.part_too_late', { day: parent.due_on })
  return [...new Set(wanted)].map((id) => {
    const unit = tree.find((one) => one.unit_id === id && one.closed_on === null)
    if (unit === undefined) throw new AppError('duties.unit_not_found', { unit: id })
    if (!isWithin(unit.org_path, path) || unit.org_path === parent?.org_path)
      throw new AppError('duties.part_elsewhere', { unit: unit.name })
    return unit
  })
}

/** What somebody wrote; of a part or a decision, where it comes from. */
const ownBasis = ({ basis = '' }: NewTaskBody, issuer: Issuer): string => basis.trim() || issuer.basis

/** The columns of a target. Error: `duties.target_alone`. */
export function targetColumns({ target, indicator }: Pick<NewTaskBody, 'target' | 'indicator'>) {
  if (target !== undefined && indicator === undefined) throw new AppError('duties.target_alone')
  return { target_comparison: target?.comparison ?? null, target_value: target?.value ?? null }
}

/** Names of units that cooperate. Error: `duties.unit_not_found`. */
export async function namesOf({ ctx }: Acting, county: string, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const tree = await treeAsOf(ctx.db, county, dayOf(ctx.now))
  return wanted.map((id) => {
    const unit = tree.find((one) => one.unit_id === id)
    if (unit === undefined) throw new AppError('duties.unit_not_found', { unit: id })
    return unit.name
  })
}

interface Place {
  readonly county_code: string
  readonly task_id: string
  readonly org_path: string
}

/** Writes the steps on the way of a task that has none. */
export async function keepMilestones(
  { ctx }: Acting,
  place: Place,
  { milestones }: Pick<NewTaskBody, 'milestones'>,
): Promise<void> {
  if (milestones.length === 0) return
  const rows = milestones.map(({ title, due_on }, at) => ({
    ...place,
    milestone_no: at + 1,
    title: title.trim(),
    due_on,
  }))
  await ctx.db.kysely.insertInto('duties_milestones').values(rows).execute()
}
