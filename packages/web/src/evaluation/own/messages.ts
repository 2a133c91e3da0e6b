/** Words of the page on a unit's own figures. */
export const ownMessages = {
  /** As the menu has it. */
  title: '本单位指标',
  purpose: '看本单位在最近的评估里各项数字是多少、标准是多少、达没达到、差多少，点数字看来历',
  unit: '见各行',
  run: '评估',
  runLabel: (year: number, pack: string, status: 'preview' | 'official', at: string) =>
    `${year} 年度　${pack}　${status === 'official' ? '正式' : '预览'}　${at}`,
  preview: '这是按最新数据算出的预览，数据冻结、正式评估以后可能有变化。',
  none: '还没有本单位的数字',
  noneAdvice: '县里按上报的数据评估以后，本单位的指标在这里列出。先把“上报任务”里的表填好、上报。',
  toTasks: '去看上报任务',
  tally: (met: number, unmet: number, undecided: number) => `达标 ${met} 项，未达标 ${unmet} 项，待定 ${undecided} 项`,
  indicators: (n: number) => `指标 ${n} 项`,
  elements: (n: number) => `计算用的数 ${n} 项`,
  noIndicators: '这次评估没有直接判断本单位的指标。',
  onlyOpen: '只看没有达标的',
  noneOpen: '没有未达标或待定的指标。',
  excluded: (name: string, reason: string) => `${name}不参加评估：${reason}`,
  columns: {
    no: '编号',
    title: '指标',
    subject: '对象',
    value: '数值',
    unit: '单位',
    standard: '适用标准',
    state: '判断',
    gap: '差距',
    evidence: '佐证',
  },
  evidence: '看佐证',
  evidenceOf: (title: string) => `看“${title}”的佐证材料`,
  summary: {
    title: '本单位指标',
    of: (year: number, pack: string) => `${year} 年度${pack}`,
  },
} as const
