import { dayOf } from '@eduduty/core/calendar'
import type { TaskDeed } from '@eduduty/core/duties'
import type { GrantInForce, RoleId } from '@eduduty/core/identity'
import { areaPath, type OrgPath, type UnitEntry, type UnitKind } from '@eduduty/core/organizations'
import { stepTask, writingAs } from '../../duties/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { county, judgedYear } from '../county.ts'
import type { StoryStep } from './task-stories.ts'

const DAY = 86_400_000
export const root = areaPath(county.code)
export const year = judgedYear + 1
/** How long ago the year's tasks were made. */
export const MADE = 90

interface Steps {
  readonly task: string
  readonly steps: readonly StoryStep[]
  readonly leader: Person
  readonly issuer: Person
  /** No step is longer ago. */
  readonly within: number
}

/** Takes the steps of a story, each on its day and by whose turn it is. */
export async function takeSteps(ctx: Ctx, { task, steps, leader, issuer, within }: Steps): Promise<void> {
  for (const { ago, deed, says = '', more = {}, dueIn } of steps)
    await stepTask(
      actingAt(ctx, Math.min(ago, within), byLeader.has(deed) ? leader : issuer),
      { county: county.code, task },
      { deed, says, ...more, ...(dueIn !== undefined && { due_on: dayFrom(ctx.now, dueIn) }) },
    )
}

/** So many days from now; not beyond the plan's year while a month of it is left. */
export function dayFrom(now: Date, from: number): string {
  const [day, soon, end] = [
    dayOf(new Date(now.getTime() + from * DAY)),
    dayOf(new Date(now.getTime() + 31 * DAY)),
    `${year}-12-31`,
  ]
  return from > 0 && soon < end && day > end ? end : day
}

const byLeader: ReadonlySet<TaskDeed> = new Set(['accept', 'decline', 'report_progress', 'report_done', 'answer'])

export interface Person {
  readonly kind: UnitKind
  readonly id: string
  readonly name: string
  readonly grant: GrantInForce
}

export const office: Person = personIn({
  kind: 'department',
  name: '陆知行',
  unit: `${root}D01/`,
  scope: root,
  role: 'supervisor',
})

function personIn(of: { kind: UnitKind; name: string; unit: OrgPath; scope: OrgPath; role: RoleId }): Person {
  const { kind, name, ...grant } = of
  return { kind, id: `demo ${name} ${of.unit}`, name, grant: { ...grant, post: '', grantId: '' } }
}

const roles: Readonly<Record<UnitKind, RoleId>> = {
  government: 'supervisor',
  department: 'department_head',
  township: 'township_clerk',
  school: 'school_head',
  kindergarten: 'school_head',
  inspection_area: 'supervisor',
}

/** Which post of a unit answers for its task. */
export const posts: Readonly<Record<UnitKind, string>> = {
  government: '分管副县长',
  department: '主要负责人',
  township: '分管负责人',
  school: '校长',
  kindergarten: '园长',
  inspection_area: '责任督学',
}

/** People of the demo county that nobody enters as. */
export function personOf(units: readonly UnitEntry[], id: string): Person {
  const unit = units.find((one) => one.unit_id === id)
  if (unit === undefined) throw new Error(`the demo county has no unit ${id}`)
  const path = unit.org_path
  return personIn({ kind: unit.kind, name: '经办人', unit: path, scope: path, role: roles[unit.kind] })
}

export const at = (ctx: Ctx, ago: number, { id, name }: Person): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() - ago * DAY),
  actor: { ...ctx.actor, id, name },
})

export const actingAt = (ctx: Ctx, ago: number, person: Person) => writingAs(at(ctx, ago, person), [person.grant])
