import { dayOf, daysAfter } from '@eduduty/core/calendar'
import type { GrantInForce, RoleId } from '@eduduty/core/identity'
import { areaPath, type OrgPath, type UnitEntry } from '@eduduty/core/organizations'
import {
  addCareVisit,
  addDiagnosis,
  addLesson,
  type CaseActing,
  placeChild,
  planCare,
  registerChild,
} from '../../enrolment/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, getSchool } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { type CareStory, careStories } from './care-stories.ts'
import { inventedNumber } from './invented-number.ts'

const DAY = 86_400_000
const root = areaPath(county.code)
/** Registers invented children in care, by the same use cases as everybody else's; true when it had been done before. */
export function seedCare({ door, keyring }: Pick<Installation, 'door' | 'keyring'>): Promise<boolean> {
  const caller = systemCaller('建立演示县的关爱与安置', { scopes: [root], county: county.code, path: root })
  return door.write(caller, async (ctx) => {
    const [first] = await ctx.db.run('select 1 from enrolment_care_children where county_code = $1 limit 1', [
      county.code,
    ])
    if (first !== undefined) return true
    const units = await treeAsOf(ctx.db, county.code, dayOf(ctx.now))
    for (const story of careStories) await tell(ctx, { keyring, units }, story)
    return false
  })
}

interface Seeding {
  readonly keyring: Installation['keyring']
  readonly units: readonly UnitEntry[]
}

async function tell(ctx: Ctx, seeding: Seeding, story: CareStory): Promise<void> {
  const school = pathOf(seeding, schoolUnit(story.school))
  const at = (ago: number) => actingAt(ctx, seeding, { ago, unit: school })
  const on = (ago: number) => daysAfter(dayOf(ctx.now), -ago)
  const { name, sex, guardian, village, groups, grade, placement, plan, diagnosis } = story
  const key = await registerChild(at(story.registeredAgo), county.code, {
    from: 'person',
    name,
    sex,
    guardian,
    village,
    grade,
    groups: [...groups],
    birth_on: story.bornOn,
    id_number: inventedNumber(story),
    guardian_phone: '19900002222',
    address: `石桥镇${village}`,
    township: townshipUnit('石桥镇'),
    school: schoolUnit(story.school),
  })
  if (placement !== undefined) {
    const { ago, reviewAfter, ...more } = placement
    const days = { on: on(ago), review_on: on(ago - reviewAfter) }
    await placeChild(at(ago), key, { ...more, ...days, school: schoolUnit(story.school) })
  }
  for (const { ago, ...lesson } of story.lessons ?? []) await addLesson(at(ago), key, { ...lesson, on: on(ago) })
  if (plan !== undefined) await planCare(at(plan.ago), key, { ...without(plan), on: on(plan.ago) })
  for (const { ago, ...visit } of story.visits ?? []) await addCareVisit(at(ago), key, { ...visit, on: on(ago) })
  if (diagnosis !== undefined)
    await addDiagnosis(at(diagnosis.ago), key, { ...without(diagnosis), on: on(diagnosis.ago) })
}

function without<Told extends { readonly ago: number }>({ ago: _, ...told }: Told): Omit<Told, 'ago'> {
  return told
}

/** The resource teacher of a school, so many days ago; the system reaches the rows for them. */
function actingAt(ctx: Ctx, { keyring }: Seeding, { ago, unit }: { ago: number; unit: OrgPath }): CaseActing {
  const role: RoleId = 'school_clerk'
  const grant: GrantInForce = { role, scope: unit, unit, post: '资源教师', grantId: '' }
  const actor = { ...ctx.actor, id: `demo 资源教师 ${unit}`, name: '苏老师' }
  return { ctx: { ...ctx, actor, now: new Date(ctx.now.getTime() - ago * DAY) }, grants: [grant], keyring }
}

const schoolUnit = (name: string): string => `S${getSchool(name).code}`

function pathOf({ units }: Seeding, id: string): OrgPath {
  const unit = units.find(({ unit_id: one }) => one === id)
  if (unit === undefined) throw new Error(`the demo county has no unit ${id}`)
  return unit.org_path
}
