import { randomUUID } from 'node:crypto'
import { dayOf, daysAfter } from '@eduduty/core/calendar'
import type { GrantInForce, RoleId } from '@eduduty/core/identity'
import { areaPath, type OrgPath, type UnitEntry } from '@eduduty/core/organizations'
import { keepChildPaper, type PaperUnit, placeMade } from '../../archive/index.ts'
import { type CaseKey, offerHandover, openCase, type StepActing, stepCase } from '../../enrolment/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Installation } from '../../platform/installation.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { demoFile } from '../archive/paper-files.ts'
import { county, getSchool } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { type CaseActor, type CaseStory, type CaseStoryStep, caseStories } from './case-stories.ts'
import { inventedNumber } from './invented-number.ts'

export interface SeededCases {
  readonly cases: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

interface Seeding {
  readonly ctx: Ctx
  readonly keyring: Keyring
  readonly files: FileStore
  readonly units: ReadonlyMap<string, UnitEntry>
}

const DAY = 86_400_000
const root = areaPath(county.code)

/** Opens invented cases in every state, by the same use cases as everybody else's. */
export function seedCases(
  { door, keyring }: Pick<Installation, 'door' | 'keyring'>,
  files: FileStore,
): Promise<SeededCases> {
  const caller = systemCaller('建立演示县的劝返个案', { scopes: [root], county: county.code, path: root })
  return door.write(caller, async (ctx) => {
    const [first] = await ctx.db.run('select 1 from enrolment_holdings where county_code = $1 limit 1', [county.code])
    if (first !== undefined) return { cases: 0, present: true }
    const units = new Map((await treeAsOf(ctx.db, county.code, dayOf(ctx.now))).map((unit) => [unit.unit_id, unit]))
    for (const story of caseStories) await tell({ ctx, keyring, files, units }, story)
    return { cases: caseStories.length, present: false }
  })
}

async function tell(seeding: Seeding, story: CaseStory): Promise<void> {
  const township = pathOf(seeding, townshipUnit(story.township))
  const school = story.school === undefined ? undefined : pathOf(seeding, schoolUnit(story.school))
  const { name, sex, guardian, village, groups, grade } = story
  const actor = (by: CaseActor): OrgPath =>
    by === 'school' ? (school ?? township) : by === 'township' ? township : root
  const key = await openCase(
    at(seeding, story.openedAgo, school === undefined ? 'township' : 'school', school ?? township),
    {
      name,
      sex,
      guardian,
      village,
      groups: [...groups],
      birth_on: story.bornOn,
      id_number: inventedNumber(story),
      guardian_phone: '19900002222',
      address: `${story.township}${village}`,
      township,
      ...(school !== undefined && { school }),
      ...(grade !== undefined && { grade }),
      found_by: { kind: 'report' },
    },
    story.grounds,
  )
  for (const step of story.steps) await take(at(seeding, step.ago, step.by, actor(step.by)), key, step)
  if (story.offeredTo !== undefined)
    await offerHandover(at(seeding, 2, 'school', actor('school')), key, {
      school: schoolUnit(story.offeredTo),
      reason: '随家长搬回户籍地',
    })
}

async function take(
  acting: StepActing,
  key: CaseKey,
  { by, step, fields = {}, due, more = {} }: CaseStoryStep,
): Promise<void> {
  const texts = Object.entries(fields).map(([field, text]) => ({ field, text }))
  if (due !== undefined) texts.push({ field: due.field, text: daysAfter(dayOf(acting.ctx.now), due.days) })
  const files = more.proof === undefined ? [] : [await fileDemoProof(acting, key, more.proof)]
  await stepCase(acting, key, { step, says: '', fields: texts, files, ...more }, by === 'bureau' ? 'decision' : 'work')
}

/** The certificate as somebody has scanned it. */
async function fileDemoProof({ ctx, files }: StepActing, key: CaseKey, title: string): Promise<string> {
  const paper = randomUUID()
  const [unit] = await ctx.db.run<PaperUnit>(
    `select org_path, unit_id, unit_name as name from enrolment_holdings
     where county_code = $1 and case_id = $2 order by org_path = $3 desc, is_lead desc limit 1`,
    [key.county, key.case, ctx.actor.path],
  )
  if (unit === undefined) throw new Error(`nobody holds the case ${key.case}`)
  const words = { title, unit: unit.name, documentNo: '', lines: ['演示用的虚构材料'] }
  const file = await placeMade(files, key.county, await demoFile(words, 0))
  const subject = { kind: 'case', id: key.case } as const
  await keepChildPaper(ctx, { county: key.county, unit, file, subject, paper, particulars: { title } })
  return paper
}

const roles: Readonly<Record<CaseActor, RoleId>> = {
  school: 'school_head',
  township: 'township_clerk',
  bureau: 'department_head',
}
const names: Readonly<Record<CaseActor, string>> = { school: '班主任', township: '教育专干', bureau: '顾怀远' }

/** Somebody of a unit, so many days ago; the system reaches the rows for them. */
function at({ ctx, keyring, files }: Seeding, ago: number, by: CaseActor, unit: OrgPath): StepActing {
  const grant: GrantInForce = { role: roles[by], scope: unit, unit, post: '', grantId: '' }
  const actor = { ...ctx.actor, id: `demo ${names[by]} ${unit}`, name: names[by], path: unit }
  return { ctx: { ...ctx, actor, now: new Date(ctx.now.getTime() - ago * DAY) }, grants: [grant], keyring, files }
}

const schoolUnit = (name: string): string => `S${getSchool(name).code}`

function pathOf({ units }: Seeding, id: string): OrgPath {
  const unit = units.get(id)
  if (unit === undefined) throw new Error(`the demo county has no unit ${id}`)
  return unit.org_path
}
