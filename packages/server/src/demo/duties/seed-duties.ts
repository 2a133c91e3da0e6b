import { dayOf } from '@eduduty/core/calendar'
import { departmentsNamed, unitsOfDuty } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'
import { listDuties, makeTasks, openPlan, type PackDuty } from '../../duties/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { ofSchools, split, storiesOfTownships, storyOfDuty } from './demo-tasks.ts'
import { actingAt, at, dayFrom, MADE, office, personOf, posts, root, takeSteps, year } from './duty-people.ts'
import { type StoryName, type TaskStory, taskStories } from './task-stories.ts'

export interface SeededDuties {
  readonly tasks: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

interface Seeding {
  readonly ctx: Ctx
  readonly plan: string
  readonly units: readonly UnitEntry[]
  readonly duties: ReadonlyMap<string, PackDuty>
}

/** Opens the plan of the year after the judged one, with tasks in every state, by the same use cases as everybody else's. */
export function seedDuties({ door }: Pick<Installation, 'door'>): Promise<SeededDuties> {
  const caller = systemCaller('建立演示县的任务分解', { scopes: [root], county: county.code, path: root })
  return door.write(caller, async (ctx) => {
    if (await isSeeded(ctx)) return { tasks: 0, present: true }
    const { plan } = await openPlan(at(ctx, MADE, office), {
      county: county.code,
      year,
      title: `${year}年教育职责任务分解`,
      document: `澄政办发〔${year}〕3号`,
      soon_days: 30,
      silent_days: 60,
      answer_days: 5,
    })
    const units = await treeAsOf(ctx.db, county.code, dayOf(ctx.now))
    const duties = new Map((await listDuties(ctx.db)).map((one) => [one.duty.id, one]))
    const seeding: Seeding = { ctx, plan, units, duties }
    return { tasks: await tellAll(seeding), present: false }
  })
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run('select 1 from duties_plans where county_code = $1 limit 1', [county.code])
  return first !== undefined
}

async function tellAll(seeding: Seeding): Promise<number> {
  let tasks = 0
  const tell = async (duty: string, unit: string, story: StoryName, parent?: Part): Promise<string> => {
    tasks += 1
    return tellStory(seeding, { duty, unit, story: taskStories[story], ...(parent !== undefined && { parent }) })
  }
  for (const [duty, story] of Object.entries(storyOfDuty))
    for (const { unit_id: unit } of unitsOf(seeding, duty)) await tell(duty, unit, story)
  for (const [duty, stories] of Object.entries(storiesOfTownships))
    for (const [index, { unit_id: unit }] of unitsOf(seeding, duty).entries()) {
      const story = stories[index]
      if (story !== undefined) await tell(duty, unit, story)
    }
  const township = townshipUnit(split.township)
  const task = await tell(split.duty, township, 'underway')
  for (const part of split.parts)
    await tell(split.duty, part.unit, part.story, { task, unit: township, title: split.title })
  for (const { duty, unit, story } of ofSchools) await tell(duty, unit, story)
  return tasks
}

const unitsOf = ({ duties, units }: Seeding, id: string): readonly UnitEntry[] => {
  const found = duties.get(id)
  return found === undefined ? [] : unitsOfDuty(found.duty, units).units
}

/** A task given further down by the unit that leads it. */
interface Part {
  readonly task: string
  readonly unit: string
  readonly title: string
}

interface Telling {
  readonly duty: string
  readonly unit: string
  readonly story: TaskStory
  readonly parent?: Part
}

/** Makes one task and takes its steps, each on its day. */
async function tellStory(seeding: Seeding, { duty: id, unit, story, parent }: Telling): Promise<string> {
  const { ctx, plan } = seeding
  const found = seeding.duties.get(id)
  if (found === undefined) throw new Error(`the duty ${id} is not in any pack`)
  const { pack, duty } = found
  const issuer = parent === undefined ? office : personOf(seeding.units, parent.unit)
  const day = (from: number): string => dayFrom(ctx.now, from)
  const milestones = (story.milestones ?? []).map(({ title, dueIn }) => ({ title, due_on: day(dueIn) }))
  const { indicator, deliverable = '', wording, lists } = duty
  const [measured, name] = (indicator ?? '').split('/')
  const cooperating = departmentsNamed(duty.with ?? [], seeding.units).units.map((one) => one.unit_id)
  const leader = personOf(seeding.units, unit)
  const [task = ''] = await makeTasks(
    actingAt(ctx, parent === undefined ? MADE : 84, issuer),
    { county: county.code, plan },
    {
      ...(parent === undefined ? { pack, duty: id } : { parent: parent.task }),
      title: parent?.title ?? duty.title,
      wording,
      lists: [...lists],
      units: [unit],
      milestones,
      deliverable,
      cooperating,
      post: posts[leader.kind],
      due_on: day(story.dueIn),
      ...(measured !== undefined && name !== undefined && { indicator: { pack: measured, indicator: name } }),
    },
  )
  await takeSteps(ctx, { task, steps: story.steps, leader, issuer, within: parent === undefined ? MADE : 80 })
  return task
}
