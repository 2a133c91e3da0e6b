/** What can be done, by slice. Every route names one; every role is a set of them. Titles stand in menus, pages and the audit log. */
export const verbs = {
  'evaluation.read': '查看评估结果',
  'evaluation.own': '查看本单位的评估数字',
  'evaluation.comment': '批注评估结果',
  'evaluation.deliver': '向上级上报评估结果',
  'evaluation.gather': '确认下级上报的评估结果并汇总评估',
  'appraisal.read': '查看评议',
  'appraisal.plan': '开展评议、安排评委、退回自评',
  'appraisal.self_rate': '自评与申诉',
  'appraisal.rate': '复评打分',
  'appraisal.conclude': '拟定评议结论、公示与发布',
  'appraisal.decide': '处理评议申诉',
  'evaluation.what_if': '测算与保存方案',
  'evaluation.price': '录入本县测算单价',
  'reports.write': '管理报告模板',
  'reports.read': '查看报告',
  'reports.draft': '编写报告',
  'reports.sign': '签发报告',
  'claims.read': '查看核对报告',
  'claims.check': '核对报告的数字',
  'packs.read': '查看标准包',
  'packs.draft': '编写标准包草稿',
  'packs.approve': '安装标准包、更换上报期的标准包版本',
  'collection.read': '查看上报数据与问题',
  'collection.plan': '开展上报工作',
  'collection.fill': '填报与上报',
  'collection.review_first': '初审',
  'collection.review': '复审与冻结',
  'organizations.read': '查看组织机构',
  'organizations.manage': '管理组织机构',
  'identity.read': '查看人员与岗位',
  'identity.manage': '建立人员与账号',
  'identity.reveal': '查看证件与电话原文',
  'identity.grants_read': '查看授权',
  'identity.grants_propose': '提出授权与任职',
  'identity.grants_decide': '复核授权与任职',
  'identity.administrators_read': '查看三员工作台',
  'identity.secrets_issue': '发放启用码',
  'identity.secrets_confirm': '确认管理员的启用码',
  'identity.sessions_manage': '管理在线会话',
  'identity.settings_manage': '修改安全设置',
  'audit.read': '查看审计记录',
  'audit.export': '导出审计记录',
  'duties.read': '查看职责任务',
  'duties.plan': '分解与督办职责任务',
  'duties.work': '办理职责任务',
  'duties.supervise': '以领导身份批示、督办职责任务',
  'archive.read': '查看佐证档案',
  'archive.provide': '上传与归档佐证材料',
  'archive.review': '审核佐证材料',
  'archive.plan': '建立佐证目录、催交与导出卷宗',
  'enrolment.read': '查看控辍保学台账与个案',
  'enrolment.count': '查看控辍保学人数表',
  'enrolment.find': '比对名册、核实疑似辍学',
  'enrolment.work': '办理劝返个案',
  'enrolment.decide': '审批个案的延期、销案与转交',
  'enrolment.reveal': '查看学生证件与电话原文',
  'enrolment.visit': '走访时查看本单位承办的学生姓名与监护人电话',
  'enrolment.diagnose': '查看、登记特教评估结果（限标准包指定的岗位）',
  'clocks.read': '查看期限与工作日历',
  'clocks.enter_calendar': '录入工作日历',
  'desk.notify': '发通知',
  'desk.status_read': '查看系统状态',
  'desk.settings_manage': '修改系统设置',
} as const

export type Verb = keyof typeof verbs

export function isVerb(text: string): text is Verb {
  return Object.hasOwn(verbs, text)
}

const ownUnitVerbs: ReadonlySet<Verb> = new Set(['collection.fill', 'evaluation.own'])

/** Done for the unit of the post alone, however far the grant reaches: a township does not fill in for its schools, and what is its own is not what is theirs. */
export function isOwnUnitVerb(verb: Verb): boolean {
  return ownUnitVerbs.has(verb)
}
