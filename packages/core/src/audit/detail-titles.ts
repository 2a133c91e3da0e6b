import { dayBefore } from '../calendar/index.ts'

/** What the particulars of events are called; what is not listed is shown under its own name. */
const detailTitles: Readonly<Record<string, string>> = {
  added: '新增',
  apart: '三员分立',
  as_of: '截至日期',
  backup_at: '备份时间',
  bound: '已绑定',
  bytes: '字节数',
  cells: '格数',
  paper: '文书',
  private: '不公开',
  state: '状态',
  found: '怎样发现',
  case: '个案',
  export: '导出申请',
  minors: '未满14周岁人数',
  chains: '审计链数',
  changed: '改动',
  checkpoints: '检查点数',
  code: '代码',
  conflicts: '冲突格数',
  county: '行政区划',
  data: '内容',
  effective_on: '生效日期',
  enabled: '启用',
  ended: '同时结束',
  events: '记录数',
  expires: '失效时间',
  faults: '错处',
  file: '文件',
  format: '格式',
  from: '原',
  grant: '授权标识',
  hard: '强制性错误数',
  into: '并入单位',
  issued_at: '发放时间',
  issuer: '发放人标识',
  grade: '等次',
  kind: '类别',
  item: '项目',
  last_checkpoint: '检查点记到',
  on: '日期',
  needs_confirmation: '须另一人确认',
  opened_on: '设立日期',
  parent: '上级单位',
  path: '组织路径',
  person: '人员标识',
  points: '得分',
  post: '岗位标识',
  register: '台账',
  replaces: '替代',
  rows: '行数',
  answer: '结论',
  finding: '核实事项',
  proposal: '待确认的一对',
  run: '评估标识',
  scope: '范围',
  sessions: '会话数',
  sha256: '文件摘要',
  since: '起始日期',
  status: '状态',
  soft: '核实性错误数',
  stays: '保留原单位',
  submissions: '表数',
  tenure: '任职标识',
  to: '现',
  unchanged: '未变',
  unit: '单位标识',
  until: '截止日期',
  verdict: '结论',
  version: '版次',
  way: '途径',
  with_code: '凭启用码',
  wrong: '问题数',
  year: '年度',
}

export function detailTitle(name: string): string {
  return detailTitles[name] ?? name
}

/** Words for the values of some particulars. */
const detailValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  data: { id_number: '证件号码', phone: '手机号码' },
  format: { xlsx: 'Excel 工作簿', csv: '文本表格' },
  kind: { holder: '任职', substitute: '代理', official: '正式', preview: '预览' },
  status: {
    proposed: '待复核',
    approved: '已生效',
    rejected: '未通过',
    withdrawn: '已撤回',
    waiting: '待启用',
    active: '在用',
    disabled: '已停用',
  },
  verdict: { met: '达标', unmet: '未达标', undecided: '待定' },
}

/** A value of the particular `name` in words: 是 and 否 for what is true or not, the last day for what is kept as the day after. */
export function detailText(value: unknown, name = ''): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  if (name === 'until' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return `${dayBefore(text)}（含当日）`
  return detailValues[name]?.[text] ?? text
}
