import { dayOf } from '@eduduty/core/calendar'
import type { GrantInForce } from '@eduduty/core/identity'
import { areaPath, type UnitEntry } from '@eduduty/core/organizations'
import { confirmNotice, sendNotice } from '../../desk/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'

const DAY = 86_400_000
const root = areaPath(county.code)
const office: GrantInForce = { role: 'supervisor', scope: root, unit: `${root}D01/`, post: '', grantId: '' }

interface NoticeStory {
  readonly title: string
  readonly body: string
  readonly to: UnitEntry['kind']
  readonly ago: number
  /** Days from now until which an answer is asked for. */
  readonly answerIn?: number
  /** Every so many units one has not confirmed. */
  readonly missingEach: number
  readonly answer: string
}

const stories: readonly NoticeStory[] = [
  {
    title: '关于报送佐证材料的通知',
    body: '各乡镇：\n请对照任务分解，把已经形成的文件、会议纪要、台账等佐证材料整理报送，缺的材料写明原因和补齐时间。',
    to: 'township',
    ago: 6,
    answerIn: 9,
    missingEach: 3,
    answer: '已安排专人整理，按时报送。',
  },
  {
    title: '关于核对办学条件数据的通知',
    body: '各学校：\n上报数据开始审核。请核对本校校舍、场地、仪器设备的面积和数量，与实物、账目一致后再上报。',
    to: 'school',
    ago: 3,
    missingEach: 2,
    answer: '',
  },
]

/** Two notices of the supervision office, not yet confirmed by all. Nothing is changed where there are any. */
export async function seedNotices({ door }: Pick<Installation, 'door'>): Promise<void> {
  const caller = systemCaller('建立演示县的通知', { scopes: [root], county: county.code, path: root })
  await door.write(caller, async (ctx) => {
    const [first] = await ctx.db.run('select 1 from desk_notices where county_code = $1 limit 1', [county.code])
    if (first !== undefined) return
    const units = await treeAsOf(ctx.db, county.code, dayOf(ctx.now))
    for (const story of stories) await tell(ctx, units, story)
  })
}

async function tell(ctx: Ctx, all: readonly UnitEntry[], story: NoticeStory): Promise<void> {
  const units = all.filter(({ kind, closed_on: closed }) => kind === story.to && closed === null)
  const { title, body, answerIn } = story
  const notice = await sendNotice(at(ctx, story.ago, '陆知行'), [office], {
    county: county.code,
    title,
    body,
    units: units.map(({ unit_id: id }) => id),
    ...(answerIn !== undefined && { answer_by: dayOf(new Date(ctx.now.getTime() + answerIn * DAY)) }),
  })
  for (const [index, { unit_id: unit, org_path: path }] of units.entries())
    if (index % story.missingEach !== 0)
      await confirmNotice(
        at(ctx, story.ago - 1, '经办人'),
        [path],
        { county: county.code, notice },
        { unit, answer: story.answer },
      )
}

const at = (ctx: Ctx, ago: number, name: string): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() - ago * DAY),
  actor: { ...ctx.actor, id: `demo ${name}`, name },
})
