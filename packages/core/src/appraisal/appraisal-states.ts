import type { Static } from 'typebox'
import type { AppraisalStateSchema } from './state-schema.ts'

/** Where an appraisal stands, in the words people know; every state that goes over the wire, and no other. */
export const appraisalStates = {
  self_rating: '自评中',
  self_reported: '自评已报',
  rating: '复评中',
  concluded: '结论拟定',
  publicity: '公示中',
  appealed: '申诉处理',
  published: '已发布',
  cancelled: '已撤销',
} as const satisfies Readonly<Record<Static<typeof AppraisalStateSchema>, string>>

export type AppraisalState = keyof typeof appraisalStates

export function isAppraisalState(text: string): text is AppraisalState {
  return Object.hasOwn(appraisalStates, text)
}

/** Everything that can be done with an appraisal; each leaves one event in its history. */
export const appraisalActions = {
  open: '开展评议',
  rate_self: '填写自评',
  report: '上报自评',
  withdraw: '撤回自评',
  return: '退回自评',
  assign: '安排评委',
  start: '开始复评',
  extend: '调整期限',
  opine: '填写评分',
  hand_in: '提交评分',
  conclude: '拟定结论',
  announce: '公示',
  appeal: '申诉',
  decide: '处理申诉',
  publish: '发布',
  cancel: '撤销',
  apply: '申报加分',
  propose: '提出加分扣分',
  settle: '决定加分扣分',
  retract: '撤回加分扣分',
  letter: '出具通知书',
  outcome: '登记结果运用',
  strike_outcome: '划去结果运用',
} as const

export type AppraisalAction = keyof typeof appraisalActions

export function isAppraisalAction(text: string): text is AppraisalAction {
  return Object.hasOwn(appraisalActions, text)
}

/** At whose desk an appraisal lies. */
export type AppraisalHolder = 'unit' | 'office' | 'raters' | 'appeal_desk' | 'nobody'

export const appraisalHolders: Readonly<Record<AppraisalHolder, string>> = {
  unit: '被评单位',
  office: '组织评议的单位',
  raters: '评委',
  appeal_desk: '申诉处理人',
  nobody: '已办结',
}

export function appraisalHolderOf(state: AppraisalState): AppraisalHolder {
  switch (state) {
    case 'self_rating':
      return 'unit'
    case 'rating':
      return 'raters'
    case 'self_reported':
    case 'concluded':
    case 'publicity':
      return 'office'
    case 'appealed':
      return 'appeal_desk'
    case 'published':
    case 'cancelled':
      return 'nobody'
  }
}

/** Seats at which an item is rated: two who do not see each other, and a third where they differ too much. */
export const seats = { first: 1, second: 2, arbiter: 3 } as const

export type Seat = (typeof seats)[keyof typeof seats]

export const seatTitles: Readonly<Record<Seat, string>> = { 1: '评委一', 2: '评委二', 3: '复核评委' }

export function isSeat(seat: number): seat is Seat {
  return seat === 1 || seat === 2 || seat === 3
}
