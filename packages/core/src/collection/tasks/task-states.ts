/** Where a task stands, in the words clerks know. */
export const taskStates = {
  not_started: '未填报',
  filling: '填报中',
  returned: '已退回',
  submitted: '已上报',
  first_reviewed: '已初审',
  verified: '已审核',
  frozen: '已冻结',
} as const

export type TaskState = keyof typeof taskStates

export function isTaskState(text: string): text is TaskState {
  return Object.hasOwn(taskStates, text)
}

/** The unit has it, and has not handed it in. */
export const owedStates = ['not_started', 'filling', 'returned'] as const satisfies readonly TaskState[]

export function isOwed(state: string): boolean {
  return owedStates.some((one) => one === state)
}

/** Everything that can be done with a task; each leaves one event in its history. */
export const taskActions = {
  open: '开放',
  fill: '填报',
  submit: '上报',
  withdraw: '撤回',
  approve_first: '初审通过',
  approve: '审核通过',
  return: '退回',
  freeze: '冻结',
  correct: '更正',
  extend: '调整期限',
  request: '申请',
  refuse_request: '不同意申请',
  unlock: '开放单元格',
  hand_on: '转办',
  countersign: '会签',
  explain: '说明核实性错误',
  judge: '审核说明',
  reply: '答复退回',
  type: '页面填写',
  upload: '上传文件',
  packet_out: '下载离线包',
  packet: '上传离线包',
  statistics: '教育事业统计取数',
  derive: '从名册取数',
  count: '从工作机制取数',
  copy: '复制上年',
} as const

export type TaskAction = keyof typeof taskActions

export function isTaskAction(text: string): text is TaskAction {
  return Object.hasOwn(taskActions, text)
}

/** At whose desk a task lies. */
export type TaskHolder = 'unit' | 'first_review' | 'review' | 'nobody'

/** Who has to act next. `hasFirstReview`: whether a first review comes before the review. */
export function holderOf(state: TaskState, hasFirstReview: boolean): TaskHolder {
  switch (state) {
    case 'not_started':
    case 'filling':
    case 'returned':
      return 'unit'
    case 'submitted':
      return hasFirstReview ? 'first_review' : 'review'
    case 'first_reviewed':
    case 'verified':
      return 'review'
    case 'frozen':
      return 'nobody'
  }
}

export const holderTitles: Readonly<Record<TaskHolder, string>> = {
  unit: '填报单位',
  first_review: '初审',
  review: '复审',
  nobody: '已办结',
}
