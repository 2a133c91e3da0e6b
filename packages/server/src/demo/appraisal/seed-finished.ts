import type { ProposeAdjustmentBody, Seat } from '@eduduty/core/appraisal'
import { dayOf, type GrantInForce, type Verb } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import {
  announceResult,
  concludeAppraisal,
  getAppraisal,
  issueLetters,
  openAppraisals,
  proposeAdjustment,
  publishResult,
  recordOutcome,
  settleAdjustment,
} from '../../appraisal/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { county, judgedYear } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { callerAs, keyOf, type Parts, type Person, rate, report, selfRate } from './seed-appraisals.ts'

const DAY = 86_400_000
const root = areaPath(county.code)
const grants: readonly GrantInForce[] = [
  { role: 'supervisor', scope: root, unit: root, post: '督导办主任', grantId: 'demo' },
]
const names = ['澄江街道', '湖滨街道', '云峰乡'] as const
const office = `${county.name}人民政府教育督导委员会办公室`
const pack = { county: county.code, year: judgedYear, pack: 'example-township-rating', rating: 'township_yearly' }

/**
 * Townships whose yearly assessment is over: two additions and a deduction, letters sent, one 约谈. The
 * ranking waits for the others. By the same use cases as everybody else's, on days that lie behind. Gives how many.
 */
export async function seedFinished(parts: Parts, run: string, people: ReadonlyMap<Seat, Person>): Promise<number> {
  const at = (daysAgo: number): Parts => ({ ...parts, door: doorAt(parts.door, daysAgo) })
  const opened = await write(at(45), 'appraisal.plan', (ctx) => openAppraisals({ ctx, grants }, windowsOf(ctx, run)))
  const ids = opened.appraisal_ids
  for (const id of ids) {
    await selfRate(at(44), id, Number.POSITIVE_INFINITY)
    await report(at(43), id)
    await rate(at(40), id, people, 'agreeing')
  }
  await adjust(at(35), ids)
  for (const [index, id] of ids.entries()) await conclude(at, id, index)
  await write(at(13), 'appraisal.conclude', (ctx) =>
    issueLetters({ ctx, grants }, pack, { series: '澄教督考〔2026〕', dated_on: dayOf(ctx.now), office }),
  )
  const last = ids.at(-1)
  if (last !== undefined)
    await write(at(9), 'appraisal.conclude', (ctx) =>
      recordOutcome({ ctx, grants }, keyOf(last), {
        kind: 'talked_to',
        dated_on: dayOf(ctx.now),
        document_no: '澄教督〔2026〕44号',
        grounds: '校园周边隐患整改不到位，约谈主要负责人。',
      }),
    )
  return ids.length
}

/** The same door some days ago; the audit log keeps the true time. */
function doorAt(door: Door, daysAgo: number): Door {
  return {
    ...door,
    write: (caller, work) =>
      door.write(caller, (ctx) => work({ ...ctx, now: new Date(ctx.now.getTime() - daysAgo * DAY) })),
  }
}

const write = <T>({ door }: Parts, verb: Verb, work: (ctx: Ctx) => Promise<T>, who = '陆知行'): Promise<T> =>
  door.write(callerAs(who, root, `demo-${who}`, verb), work)

function windowsOf({ now }: Ctx, run: string) {
  const after = (days: number): string => dayOf(new Date(now.getTime() + days * DAY))
  return {
    run,
    rating: pack.rating,
    subjects: names.map(townshipUnit),
    self_until: after(5),
    rate_until: after(15),
    publicity_days: 5,
    appeal_days: 7,
    tolerance_percent: '10',
  }
}

const adjustments: readonly ProposeAdjustmentBody[] = [
  {
    rule: 'commended',
    points: '2',
    papers: [],
    grounds: '控辍保学做法受市教育局通报推广',
    document: '市教基〔2025〕17号',
  },
  {
    rule: 'support',
    points: '1.5',
    papers: [],
    grounds: '筹资 60 万元改造两所小学操场',
    document: '县教〔2025〕58号',
  },
  {
    rule: 'overdue',
    points: '1',
    papers: [],
    grounds: '校园周边隐患整改情况逾期 20 天未报',
    document: '县教督〔2025〕9号督办单',
  },
]

/** One for each of the townships: the county's office proposes, the city's inspector decides. */
async function adjust(parts: Parts, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const asked = adjustments[at]
    if (asked === undefined) continue
    await write(parts, 'appraisal.plan', (ctx) => proposeAdjustment({ ctx, grants }, keyOf(id), 'office', asked))
    const system = systemCaller('建立演示县的评议')
    const { adjustments: kept } = await parts.door.read(system, (ctx) => getAppraisal(ctx, keyOf(id)))
    for (const { adjustment_id: one } of kept)
      await write(
        parts,
        'appraisal.conclude',
        (ctx) => settleAdjustment({ ctx, grants }, keyOf(id), one, { accepts: true, reason: '文件属实，予以认可。' }),
        '裴松年',
      )
  }
}

/** From the conclusion to what is published. */
async function conclude(at: (daysAgo: number) => Parts, id: string, index: number): Promise<void> {
  const key = keyOf(id)
  const words = (no: number, ctx: Ctx) => ({
    document_no: `澄教督〔2026〕${no + index}号`,
    dated_on: dayOf(ctx.now),
    text: '年度教育工作考核结果如下。',
  })
  const step = (daysAgo: number, work: (ctx: Ctx) => Promise<void>) => write(at(daysAgo), 'appraisal.conclude', work)
  await step(30, (ctx) => concludeAppraisal({ ctx, grants }, key, ''))
  await step(29, (ctx) => announceResult({ ctx, grants }, key, words(20, ctx)))
  await step(18, (ctx) => publishResult({ ctx, grants }, key, words(30, ctx)))
}
