import { dayOf } from '@eduduty/core/calendar'
import type { TaskOrigin } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'
import {
  type Acting,
  answerProposal,
  listMeetings,
  makePledges,
  makeTasks,
  readPledges,
  recordBody,
  recordContact,
  recordMeeting,
  recordPromise,
  recordProposal,
  recordVisit,
  settleRecord,
  signPledges,
} from '../../duties/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import {
  demoBodies,
  demoContacts,
  demoMeetings,
  demoPromises,
  demoProposals,
  type Fate,
  unsigned,
} from './demo-mechanisms.ts'
import { actingAt, dayFrom, MADE, office, personOf, posts, root, takeSteps, year } from './duty-people.ts'
import { type TaskStory, taskStories } from './task-stories.ts'

export interface SeededMechanisms {
  readonly records: number
  readonly pledges: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

interface Seeding {
  readonly ctx: Ctx
  readonly plan: string
  readonly units: readonly UnitEntry[]
}

/** Meetings, bodies, promises, proposals, contact schools and pledges of the plan's year, by the same use cases as everybody's. */
export async function seedMechanisms({ door }: Pick<Installation, 'door'>): Promise<SeededMechanisms> {
  const caller = systemCaller('建立演示县的工作机制', { scopes: [root], county: county.code, path: root })
  const seeding = async (ctx: Ctx): Promise<Seeding | undefined> => {
    const [plan] = await ctx.db.run<{ plan_id: string }>(
      `select plan_id from duties_plans p where county_code = $1 and year = $2
         and not exists (select from duties_meetings m where m.county_code = p.county_code)`,
      [county.code, year],
    )
    return plan && { ctx, plan: plan.plan_id, units: await treeAsOf(ctx.db, county.code, dayOf(ctx.now)) }
  }
  return door.write(caller, async (ctx) => {
    const found = await seeding(ctx)
    if (found === undefined) return { records: 0, pledges: 0, present: true }
    const records = (await tellMeetings(found)) + (await tellRecords(found))
    return { records, pledges: await tellPledges(found), present: false }
  })
}

/** A day of the plan's year that has come; of one that has not, today. */
const on = ({ ctx }: Seeding, day: string): string => [`${year}-${day}`, dayOf(ctx.now)].toSorted()[0] ?? ''

/** Whoever keeps the records of a unit: the office for the county. */
const keeperOf = ({ ctx, units }: Seeding, unit: string, ago = 0): Acting =>
  actingAt(ctx, ago, unit === 'G' ? office : personOf(units, unit))

async function tellMeetings(seeding: Seeding): Promise<number> {
  for (const { on: day, decisions, ...body } of demoMeetings) {
    const acting = keeperOf(seeding, body.unit)
    const meeting = await recordMeeting(acting, county.code, {
      ...body,
      held_on: on(seeding, day),
      decisions: decisions.map(({ text, unit, due }) => ({
        text,
        ...(unit !== undefined && { unit }),
        ...(due !== undefined && { due_on: `${year}-${due}` }),
      })),
    })
    const { meetings } = await listMeetings(acting, county.code, year)
    const kept = meetings.find((one) => one.meeting === meeting)?.decisions ?? []
    for (const [at, fate] of decisions.entries()) {
      const decision = kept[at]
      if (decision === undefined) continue
      const origin = { kind: 'decision', id: decision.decision } as const
      await meet(seeding, { origin, title: fate.text, unit: fate.unit, keeper: acting, fate })
    }
  }
  return demoMeetings.length
}

interface Meeting {
  readonly origin: Pick<TaskOrigin, 'id'> & { readonly kind: 'decision' | 'promise' }
  readonly title: string
  readonly unit: string | undefined
  readonly keeper: Acting
  readonly fate: Fate
}

/** What became of it: a task with its story, or a note. */
async function meet(seeding: Seeding, { origin, title, unit, keeper, fate }: Meeting): Promise<void> {
  const { ctx, plan, units } = seeding
  const key = { county: county.code, ...origin }
  if (fate.settled !== undefined)
    await settleRecord(keeper, key, { settled_on: on(seeding, fate.settled[0]), outcome: fate.settled[1] })
  if (fate.story === undefined || unit === undefined) return
  const story: TaskStory = taskStories[fate.story]
  const leader = personOf(units, unit)
  const [task = ''] = await makeTasks(
    actingAt(ctx, MADE, office),
    { county: county.code, plan },
    {
      origin,
      title,
      wording: title,
      lists: ['任务清单'],
      units: [unit],
      cooperating: [],
      milestones: [],
      post: posts[leader.kind],
      due_on: dayFrom(ctx.now, story.dueIn),
      deliverable: '',
    },
  )
  const steps = story.steps.map(({ more: { reached: _, ...more } = {}, ...step }) => ({ ...step, more }))
  await takeSteps(ctx, { task, steps, leader, issuer: office, within: MADE })
}

async function tellRecords(seeding: Seeding): Promise<number> {
  for (const { founded, members, ...body } of demoBodies)
    await recordBody(keeperOf(seeding, body.unit), county.code, {
      ...body,
      founded_on: founded,
      members: members.map(([name, post, role]) => ({ name, post, role, since: founded })),
    })
  for (const { on: made, due, story, settled, ...body } of demoPromises) {
    const keeper = keeperOf(seeding, body.unit)
    const promise = { ...body, made_on: on(seeding, made), due_on: `${year}-${due}` }
    const id = await recordPromise(keeper, county.code, promise)
    const fate = { ...(story !== undefined && { story }), ...(settled !== undefined && { settled }) }
    await meet(seeding, { origin: { kind: 'promise', id }, title: body.title, unit: body.lead, keeper, fate })
  }
  for (const { on: received, answered, ...body } of demoProposals) {
    const keeper = keeperOf(seeding, body.unit)
    const record = await recordProposal(keeper, county.code, { ...body, received_on: on(seeding, received) })
    if (answered === undefined) continue
    const [day, answer, satisfaction] = answered
    await answerProposal(
      keeper,
      { county: county.code, record },
      { answered_on: on(seeding, day), answer, satisfaction },
    )
  }
  for (const { visits, ...body } of demoContacts) {
    const keeper = keeperOf(seeding, body.unit)
    const record = await recordContact(keeper, county.code, { ...body, since: on(seeding, '01-15') })
    for (const [day, kind, topic] of visits)
      await recordVisit(keeper, { county: county.code, record }, { kind, topic, on: on(seeding, day) })
  }
  return demoBodies.length + demoPromises.length + demoProposals.length + demoContacts.length
}

/** Signed level by level, but for planted gaps: for some none was made, some were made and not signed. */
async function tellPledges({ ctx, plan }: Seeding): Promise<number> {
  const key = { county: county.code, plan }
  const [none, made]: readonly (readonly string[])[] = [unsigned.none, unsigned.made]
  const parties = (await readPledges(actingAt(ctx, 0, office), { ...key, year })).pledges
    .map(({ party }) => party)
    .filter(({ name }) => none?.includes(name) !== true)
  await makePledges(
    actingAt(ctx, 60, office),
    key,
    parties.map(({ id }) => id),
  )
  const { all } = await readPledges(actingAt(ctx, 0, office), { ...key, year })
  const levels = new Map(parties.map(({ id, level }) => [id, level]))
  const signed = all.filter(
    ({ party_id: id, party_name: name }, at) =>
      made?.includes(name) !== true && !isGapOfSchools(levels.get(id) ?? '', at),
  )
  await signPledges(
    actingAt(ctx, 50, office),
    key,
    signed.map(({ pledge_id: pledge, pledge_no: no }) => ({
      pledge,
      body: {
        signed_on: dayFrom(ctx.now, -50),
        signed_by: '主要负责人',
        copy_no: `督存${String(no).padStart(3, '0')}`,
      },
    })),
  )
  return parties.length
}

/** One school in nine is late with its signature. */
const isGapOfSchools = (level: string, at: number): boolean => level === '学校' && at % 9 === 4
