import type { TaskDeed, TaskDeedBody } from '@eduduty/core/duties'

/** One step of a story: so many days ago, by whoever it is the turn of. */
export interface StoryStep {
  readonly ago: number
  readonly deed: TaskDeed
  readonly says?: string
  readonly more?: Partial<Pick<TaskDeedBody, 'light' | 'reached' | 'papers'>>
  /** Until when, in days from today. */
  readonly dueIn?: number
}

/** How a task went, told from today: when it is due, its steps on the way, what was done. */
export interface TaskStory {
  readonly dueIn: number
  readonly milestones?: readonly { readonly title: string; readonly dueIn: number }[]
  readonly steps: readonly StoryStep[]
}

const issue: StoryStep = { ago: 88, deed: 'issue' }
const accept: StoryStep = { ago: 85, deed: 'accept' }
const progress = (ago: number, says: string, light: 'green' | 'yellow' | 'red', reached: number[] = []): StoryStep => ({
  ago,
  deed: 'report_progress',
  says,
  more: { light, ...(reached.length > 0 && { reached }) },
})
const report: StoryStep = {
  ago: 9,
  deed: 'report_done',
  says: '已经办完，材料附后。',
  more: { light: 'green', papers: ['工作总结'] },
}
const halfWay = [
  { title: '摸清底数', dueIn: -40 },
  { title: '中期自查', dueIn: -8 },
  { title: '全年总结', dueIn: 30 },
] as const

/** Tasks in every state, as a county has them late in the year. */
export const taskStories = {
  draft: { dueIn: 45, steps: [] },
  waiting: { dueIn: 45, steps: [{ ...issue, ago: 2 }] },
  declined: { dueIn: 40, steps: [issue, { ago: 84, deed: 'decline', says: '编制由市里统一核定，请改由市级协调。' }] },
  underway: { dueIn: 60, steps: [issue, accept, progress(12, '正在按方案推进，已完成六成。', 'green')] },
  onTheWay: { dueIn: 35, milestones: halfWay, steps: [issue, accept, progress(6, '中期自查已做。', 'green', [1, 2])] },
  optimistic: { dueIn: 35, milestones: halfWay, steps: [issue, accept, progress(20, '进展顺利。', 'green', [1])] },
  silent: { dueIn: 70, steps: [issue, accept] },
  soon: { dueIn: 14, steps: [issue, { ...accept, ago: 50 }] },
  overdue: { dueIn: -12, steps: [issue, accept, progress(30, '资金还没有全部到位。', 'yellow')] },
  overdueButGreen: { dueIn: -5, steps: [issue, accept, progress(25, '预计按期完成。', 'green')] },
  supervised: {
    dueIn: 20,
    steps: [
      issue,
      accept,
      progress(40, '已拨付一半。', 'yellow'),
      { ago: 4, deed: 'supervise', says: '连续两次会议点名，请说明剩余部分何时拨付。', dueIn: 6 },
    ],
  },
  extended: {
    dueIn: -10,
    steps: [
      issue,
      accept,
      progress(20, '因汛期停工，工期顺延。', 'yellow'),
      { ago: 15, deed: 'extend', says: '同意顺延。', dueIn: 40 },
    ],
  },
  reported: { dueIn: 30, steps: [issue, accept, report] },
  sentBack: {
    dueIn: 25,
    steps: [issue, accept, report, { ago: 3, deed: 'send_back', says: '缺佐证材料，请补齐后再报。' }],
  },
  done: { dueIn: 30, steps: [issue, accept, report, { ago: 5, deed: 'confirm', says: '查阅材料，属实。' }] },
} as const satisfies Readonly<Record<string, TaskStory>>

export type StoryName = keyof typeof taskStories
