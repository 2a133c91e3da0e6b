import { type Static, Type } from 'typebox'

/** Where a task stands. `issued` waits for the unit to accept it; `reported` waits for whoever issued it. */
export const TaskState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('issued'),
  Type.Literal('declined'),
  Type.Literal('underway'),
  Type.Literal('reported'),
  Type.Literal('done'),
  Type.Literal('cancelled'),
])
export type TaskState = Static<typeof TaskState>

/** What can be done with a task. */
export const TaskDeed = Type.Union([
  Type.Literal('issue'),
  Type.Literal('accept'),
  Type.Literal('decline'),
  Type.Literal('transfer'),
  Type.Literal('split'),
  Type.Literal('report_progress'),
  Type.Literal('report_done'),
  Type.Literal('confirm'),
  Type.Literal('send_back'),
  Type.Literal('supervise'),
  Type.Literal('supervise_again'),
  Type.Literal('lift'),
  Type.Literal('instruct'),
  Type.Literal('answer'),
  Type.Literal('extend'),
  Type.Literal('cancel'),
])
export type TaskDeed = Static<typeof TaskDeed>

export const taskStateTitles: Readonly<Record<TaskState, string>> = {
  draft: '待下达',
  issued: '待接收',
  declined: '已退回',
  underway: '办理中',
  reported: '待确认',
  done: '已完成',
  cancelled: '已撤销',
}

export const taskDeedTitles: Readonly<Record<TaskDeed, string>> = {
  issue: '下达',
  accept: '接收',
  decline: '退回',
  transfer: '转办',
  split: '分解下达',
  report_progress: '报进展',
  report_done: '报完成',
  confirm: '确认完成',
  send_back: '退回重办',
  supervise: '督办',
  supervise_again: '再次督办',
  lift: '解除督办',
  instruct: '批示',
  answer: '答复督办',
  extend: '延期',
  cancel: '撤销',
}

/** Steps by which an office or a leader urges a unit on; they do not work on the task themselves. */
export const SupervisionDeed = Type.Union([
  Type.Literal('supervise'),
  Type.Literal('supervise_again'),
  Type.Literal('lift'),
  Type.Literal('instruct'),
])
export type SupervisionDeed = Static<typeof SupervisionDeed>
