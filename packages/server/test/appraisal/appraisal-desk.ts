import { AppraisalDetail, type AppraisalItemView, OpenedAppraisals } from '@eduduty/core/appraisal'
import { Value } from 'typebox/value'
import { expect } from 'vitest'
import { type Answer, type AppraisingCounty, type StaffName, windows } from './appraising-county.ts'

/** What the first township says of itself: computed values confirmed but for the visits, which it rates higher. */
export const selfRatings: Readonly<Record<string, object>> = {
  retention: { points: '48.5', grounds: '学籍系统导出', deviation_reason: '', evidence: [] },
  visits: {
    level: '好',
    grounds: '走访记录 12 次',
    deviation_reason: '另有 5 次走访记在村里，未录入',
    evidence: [{ name: '走访记录', reference: '2025 年第 3 盒', link: '档案室 3-12' }],
  },
  pledges: { points: '20', grounds: '责任书 6 份', deviation_reason: '', evidence: [] },
}

/** The people of a county at work on the appraisal of its first township. */
export async function appraisalDesk(open: AppraisingCounty) {
  const { send, county, run, first } = open
  const opened = await send('陆督导', '/appraisals', { run, rating: 'yearly', subjects: [first], ...windows })
  expect([opened.status, opened.body]).toMatchObject([200, { appraisal_ids: [expect.any(String)] }])
  const id = Value.Check(OpenedAppraisals, opened.body) ? (opened.body.appraisal_ids[0] ?? '') : ''
  const path = `/appraisals/${county}/${id}`
  const post = (who: StaffName, rest: string, body: object = {}): Promise<Answer> => send(who, `${path}/${rest}`, body)
  const rate = (who: StaffName, item: string, body: object): Promise<Answer> => post(who, `items/${item}/opinion`, body)
  return {
    id,
    path,
    post,
    rate,
    async see(who: StaffName): Promise<AppraisalDetail> {
      const { body } = await send(who, path)
      if (Value.Check(AppraisalDetail, body)) return body
      throw new Error(`no appraisal: ${JSON.stringify(body)}`)
    },
    selfRate: (item: string, body: object, who: StaffName = '白专干') => post(who, `items/${item}/self-rating`, body),
    async selfRateAll(): Promise<void> {
      for (const [item, body] of Object.entries(selfRatings))
        expect((await post('白专干', `items/${item}/self-rating`, body)).status).toBe(200)
    },
    assign(seats: readonly (readonly [section: string, seat: number, who: StaffName])[]): Promise<Answer> {
      const assignments = seats.map(([section, seat, who]) => ({ section, seat, person_id: open.idOf(who) }))
      return post('陆督导', 'assignments', { assignments })
    },
  }
}

export type AppraisalDesk = Awaited<ReturnType<typeof appraisalDesk>>

export const bothSections = [
  ['work', 1, '季督学'],
  ['work', 2, '顾督学'],
  ['base', 1, '季督学'],
  ['base', 2, '顾督学'],
] as const

export function itemOf({ items }: AppraisalDetail, id: string): AppraisalItemView {
  const item = items.find((one) => one.item === id)
  if (item === undefined) throw new Error(`no item ${id}`)
  return item
}
