import { type AppraisalDetail, type Seat, seats } from '@eduduty/core/appraisal'
import { dayOf, type Verb } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import {
  assignRaters,
  getAppraisal,
  handInOpinions,
  listRaters,
  moveAppraisal,
  openAppraisals,
  reportSelfRating,
  saveOpinion,
  saveSelfRating,
} from '../../appraisal/index.ts'
import type { LoadedPack } from '../../packs/index.ts'
import { type Actor, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { storeTownshipRun } from './store-township-run.ts'

export interface SeededAppraisals {
  readonly appraisals: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

/** Seeds what is over, on the same run; gives how many. */
export type Finish = (parts: Parts, run: string, people: ReadonlyMap<Seat, Person>) => Promise<number>

export type Parts = Pick<Installation, 'door' | 'db' | 'keyring'>
type Item = AppraisalDetail['items'][number]['item']

const DAY = 86_400_000
const root = areaPath(county.code)

/**
 * Appraisals of the townships at every step of the way: one that 白若溪 of 石桥镇 is to rate, one reported, one that the
 * raters are at, and one with differences to settle. By the same use cases as everybody else's.
 */
export async function seedAppraisals(parts: Parts, pack: LoadedPack, finish: Finish): Promise<SeededAppraisals> {
  const { door, db } = parts
  const [first] = await db.run('select 1 from appraisal_appraisals where county_code = $1 limit 1', [county.code])
  if (first !== undefined) return { appraisals: 0, present: true }
  const run = await storeTownshipRun(parts, pack)
  const names = ['石桥镇', '柳林镇', '青竹镇', '白沙镇', '南山乡'] as const
  const opened = await door.write(callerAs('陆知行', root), (ctx) =>
    openAppraisals(
      { ctx, ...noGrants },
      {
        run,
        rating: 'township_yearly',
        subjects: names.map(townshipUnit),
        self_until: dayOf(new Date(ctx.now.getTime() + 6 * DAY)),
        rate_until: dayOf(new Date(ctx.now.getTime() + 20 * DAY)),
        publicity_days: 5,
        appeal_days: 7,
        tolerance_percent: '10',
      },
    ),
  )
  const [stone, ...later] = opened.appraisal_ids.map((appraisalId) => ({ county: county.code, appraisalId }))
  const people = await findPeople(parts)
  if (stone !== undefined) await selfRate(parts, stone.appraisalId, 3)
  for (const { appraisalId } of later) {
    await selfRate(parts, appraisalId, Number.POSITIVE_INFINITY)
    await report(parts, appraisalId)
  }
  const [, , rating, differing] = opened.appraisal_ids
  for (const [id, how] of [
    [rating, 'first'],
    [differing, 'both'],
  ] as const)
    if (id !== undefined) await rate(parts, id, people, how)
  const finished = await finish(parts, run, people)
  return { appraisals: opened.appraisal_ids.length + finished, present: false }
}

export function callerAs(name: string, path: OrgPath, id = `demo-${name}`, verb: Verb = 'appraisal.plan') {
  const actor: Actor = { id, name, kind: 'person', county: county.code, path }
  return { ...systemCaller('建立演示县的评议', { scopes: [root], county: county.code, path: root }), actor, verb }
}

export const keyOf = (appraisalId: string) => ({ county: county.code, appraisalId })
const noGrants = { grants: [] } as const

export async function selfRate({ door }: Parts, id: string, most: number): Promise<void> {
  const { row, items } = await door.read(systemCaller('建立演示县的评议'), (ctx) => getAppraisal(ctx, keyOf(id)))
  const clerk = callerAs(clerks.get(row.subject_name) ?? '教育专干', row.org_path)
  let done = 0
  for (const item of items) {
    if (item.is_idle || done >= most) continue
    done += 1
    const better = done === 2 ? raised(item.computed_level, item.levels) : undefined
    const level = better ?? item.computed_level
    await door.write(clerk, (ctx) =>
      saveSelfRating({ ctx, ...noGrants }, keyOf(id), item.item, {
        ...(item.levels.length > 0
          ? { level: level ?? item.levels[0] ?? '' }
          : { points: shortPoints(item.computed_points) }),
        grounds: `${item.title}：见${item.evidence_asked.join('、') || '附件'}，数与考核表一致。`,
        deviation_reason: better === undefined ? '' : '考核表报出后又补做，以材料为准。',
        evidence: item.evidence_asked.map((name, at) => ({ name, reference: `2025 年第 ${at + 1} 盒` })),
      }),
    )
  }
}

/** Points as they can be typed: at most four decimals. */
function shortPoints(text: string | null): string {
  const [over = '0', under = '1'] = (text ?? '0').split('/')
  return String(Number((Number(over) / Number(under)).toFixed(4)))
}

function raised(level: string | null, levels: readonly string[]): string | undefined {
  const at = levels.indexOf(level ?? '')
  return at > 0 ? levels[at - 1] : undefined
}

const clerks: ReadonlyMap<string, string> = new Map([
  ['石桥镇', '白若溪'],
  ['柳林镇', '马采薇'],
  ['青竹镇', '竺青岩'],
  ['白沙镇', '沙鸣秋'],
  ['南山乡', '南怀玉'],
])

export async function report({ door }: Parts, id: string): Promise<void> {
  const { row } = await door.read(systemCaller('建立演示县的评议'), (ctx) => getAppraisal(ctx, keyOf(id)))
  await door.write(callerAs(clerks.get(row.subject_name) ?? '教育专干', row.org_path), (ctx) =>
    reportSelfRating({ ctx, ...noGrants }, keyOf(id), ''),
  )
}

export interface Person {
  readonly person_id: string
  readonly name: string
  readonly org_path: string
}

/** The inspectors of county and city by the names of their accounts. */
async function findPeople({ db }: Parts): Promise<ReadonlyMap<Seat, Person>> {
  const rows = await db.run<Person & { login_name: string }>(
    `select p.person_id, p.name, p.org_path, a.login_name from identity_people p
     join identity_accounts a on a.county_code = p.county_code and a.person_id = p.person_id
     where a.login_name in ('duxue', 'shiduxue1', 'shiduxue2')`,
  )
  const of = (login: string): Person => {
    const person = rows.find(({ login_name: name }) => name === login)
    if (person === undefined) throw new Error(`the demo county has no ${login}`)
    return person
  }
  return new Map([
    [seats.first, of('duxue')],
    [seats.second, of('shiduxue1')],
    [seats.arbiter, of('shiduxue2')],
  ])
}

/** How far the raters are: the first alone, both with differences, or both of one mind. */
export type Rated = 'first' | 'both' | 'agreeing'

export async function rate(parts: Parts, id: string, people: ReadonlyMap<Seat, Person>, how: Rated): Promise<void> {
  const { door } = parts
  const system = systemCaller('建立演示县的评议')
  const { row, items } = await door.read(system, (ctx) => getAppraisal(ctx, keyOf(id)))
  const raters = await door.read(system, (ctx) => listRaters(ctx, row.org_path))
  const sections = [...new Set(items.map(({ section }) => section))]
  const assignments = sections.flatMap((section) =>
    [...people].map(([seat, { person_id }]) => ({ section, seat, person_id })),
  )
  const office = callerAs('陆知行', root)
  await door.write(office, (ctx) => assignRaters({ ctx, ...noGrants }, keyOf(id), { assignments }, raters))
  await door.write(office, (ctx) => moveAppraisal({ ctx, ...noGrants }, keyOf(id), { deed: 'start' }))
  for (const seat of how === 'first' ? [seats.first] : [seats.first, seats.second]) {
    const person = people.get(seat)
    if (person === undefined) continue
    const caller = callerAs(person.name, person.org_path, person.person_id, 'appraisal.rate')
    for (const [at, item] of items.filter(({ is_idle: isIdle }) => !isIdle).entries())
      await door.write(caller, (ctx) =>
        saveOpinion(
          { ctx, ...noGrants },
          keyOf(id),
          item.item,
          opinionOn(item, at, how === 'agreeing' ? seats.first : seat),
        ),
      )
    await door.write(caller, (ctx) => handInOpinions({ ctx, ...noGrants }, keyOf(id)))
  }
}

/** The first rater follows the computer; the second is stricter with every third item. */
function opinionOn(
  item: {
    readonly item: Item
    readonly levels: readonly string[]
    readonly computed_level: string | null
    readonly computed_points: string | null
    readonly full_points: string | null
  },
  at: number,
  seat: Seat,
) {
  const strict = seat === seats.second && at % 3 === 1
  const grounds = strict ? '现场核查，材料不全。' : '查阅材料，与计算值相符。'
  const rung = Math.max(0, item.levels.indexOf(item.computed_level ?? ''))
  if (item.levels.length > 0)
    return { level: item.levels[Math.min(item.levels.length - 1, strict ? rung + 1 : rung)] ?? '', grounds }
  const points = Number(shortPoints(item.computed_points))
  const less = strict
    ? Number(item.full_points ?? '0') * 0.2
    : seat === seats.second
      ? Number(item.full_points ?? '0') * 0.04
      : 0
  return { points: String(Number(Math.max(0, points - less).toFixed(2))), grounds }
}
