/** Words of moving a period to another version. */
export const moveMessages = {
  heading: '上报期用的版本',
  columns: { title: '上报期', year: '年度', pack: '标准包', status: '状态' },
  status: { open: '进行中', closed: '已关闭' },
  none: '还没有上报期。',
  title: (period: string) => `${period}：标准包版本`,
  now: (version: string, hash: string) => `现在用的是 ${version}（${hash}）。`,
  alone:
    '这个标准包只装了一个版本，没有可换的。新版本从草稿安装，或放进 packs/ 目录、点“安装标准包”后，可在这里预览和更换。',
  choose: '换成',
  version: (version: string, hash: string) => `${version}（${hash}）`,
  refused: '不能更换',
  forms: '对填报表的影响',
  formColumns: {
    title: '台账',
    tasks: '任务',
    carried: '沿用格数',
    added: '新增栏',
    lost: '没有地方放的',
    changed: '规定有变的栏',
  },
  lostOne: (title: string, answers: number, frozen: number) =>
    `${title} ${answers} 格${frozen > 0 ? `（已冻结 ${frozen} 格）` : ''}`,
  unfilled: (one: { title: string; columns: readonly string[]; frozen: number }) =>
    `“${one.title}”有 ${one.frozen} 份已冻结，新增的栏（${one.columns.join('、')}）在这些表里一直是未报，用到它的指标会成为待定。`,
  unfilledAdvice: '要补报的，请填报单位在自己的任务里申请更正，或由督导办开放更正，补填后重新上报。',
  unfilledTitle: '新增栏还没有报',
  rules: (count: number) => `标准的差别（${count} 处）`,
  effect: (judgements: number, figures: number) => `对结果的影响：${judgements} 项结论、${figures} 个数字有变`,
  effectNone: '这个上报期还没有数据，没有结果可比。',
  effectColumns: { title: '项目', subject: '对象', before: '现版本', after: '新版本' },
  approve: '批准更换',
  approveTitle: '批准更换标准包版本',
  approveHint: '上报期和全部任务一起换，已填的数据不动；新增栏等填报单位填写，正在填的表会重新核对。理由记入审计记录。',
  moved: '已更换',
  undo: '撤销更换',
  undoHint: '换回原来的版本。新增的栏里已有数据的，不能撤销。',
  undone: '已撤销',
  history: '经过',
  move: { move: '更换', undo: '撤销更换' },
  entry: (from: string, to: string, tasks: number, carried: number) =>
    `${from} → ${to}，${tasks} 项任务，沿用 ${carried} 格`,
} as const
