/** Words of 边报边判. */
export const liveMessages = {
  title: '边报边判',
  purpose: '按已收的数据（含未冻结的）随时判断；学校一改数，结论随即变化。正式结论以冻结后的评估为准。',
  toPeriod: '回到上报期',
  loading: '正在按已收的数据判断……',
  at: (at: string) => `${at} 的数据`,
  following: '正在跟踪',
  paused: '已暂停跟踪（窗口不在前台，或有一会儿没有操作）。',
  goOn: '继续',
  broken: '连接中断，正在重试……',
  verdict: '此刻的结论',
  items: '各项目',
  feed: '刚才的变化',
  noFeed: '打开本页以来还没有变化。',
  missed: '有些变化没有跟上，以上以最新数据为准。',
  more: (n: number) => `另有 ${n} 处变化未列出`,
  columns: { at: '时间', subject: '对象', title: '项目', before: '原来', after: '现在' },
} as const
