/** Everything that leaves an event in the log, with the words the auditor reads. */
export const auditActions = {
  'platform.start': '系统启动',
  'platform.restore': '从备份恢复',
  'platform.access': '访问',
  'collection.load_register': '导入名册',
  'collection.drop_unfinished': '清理中断的导入',
  'evaluation.run': '运行评估',
  'evaluation.download': '下载评估文件',
  'evaluation.comment': '批注评估结果',
  'evaluation.retract_comment': '撤回批注',
  'appraisal.open': '开展评议',
  'appraisal.rate_self': '填写自评',
  'appraisal.report': '上报自评',
  'appraisal.withdraw': '撤回自评',
  'appraisal.return': '退回自评',
  'appraisal.assign': '安排评委',
  'appraisal.start': '开始复评',
  'appraisal.extend': '调整评议期限',
  'appraisal.opine': '填写评分',
  'appraisal.hand_in': '提交评分',
  'appraisal.conclude': '拟定评议结论',
  'appraisal.announce': '公示评议结论',
  'appraisal.appeal': '对评议结论申诉',
  'appraisal.decide': '处理评议申诉',
  'appraisal.publish': '发布评议结果',
  'appraisal.cancel': '撤销评议',
  'evaluation.save_scenario': '保存测算方案',
  'evaluation.delete_scenario': '删除测算方案',
  'collection.open_period': '开放上报期',
  'collection.close_period': '关闭上报期',
  'collection.extend': '调整上报期限',
  'collection.remind': '催报',
  'collection.bulletin': '生成通报',
  'collection.check_county': '全县核对',
  'collection.fill': '填报',
  'collection.upload': '上传报表',
  'collection.download': '下载报表',
  'collection.submit': '上报',
  'collection.withdraw': '撤回上报',
  'collection.review': '审核报表',
  'collection.return': '退回修改',
  'collection.freeze': '冻结数据',
  'collection.correct': '更正已冻结的数据',
  'collection.explain': '说明核实性错误',
  'collection.reply_return': '答复退回',
  'collection.request': '申请延期、更正或开放其他格',
  'collection.grant_request': '同意申请',
  'collection.refuse_request': '不同意申请',
  'collection.hand_on': '转办',
  'collection.countersign': '会签',
  'organizations.import': '导入组织机构',
  'organizations.export': '导出组织机构',
  'organizations.open_unit': '设立单位',
  'organizations.rename_unit': '单位更名',
  'organizations.move_unit': '调整隶属',
  'organizations.merge_units': '合并单位',
  'organizations.split_unit': '拆分单位',
  'organizations.close_unit': '撤销单位',
  'organizations.open_post': '设立岗位',
  'organizations.rename_post': '岗位更名',
  'organizations.close_post': '撤销岗位',
  'identity.set_up': '首次设置',
  'identity.sign_in': '登录',
  'identity.sign_out': '退出登录',
  'identity.set_password': '设置口令',
  'identity.set_totp': '设置动态口令',
  'identity.end_session': '结束会话',
  'identity.add_person': '建立人员',
  'identity.change_person': '修改人员',
  'identity.move_person': '调动人员',
  'identity.add_account': '建立账号',
  'identity.change_account': '启用或停用账号',
  'identity.issue_secret': '发放启用码',
  'identity.confirm_secret': '确认启用码',
  'identity.reveal': '查看证件或电话原文',
  'identity.propose_tenure': '提出任职',
  'identity.hand_over': '交接',
  'identity.decide_tenure': '复核任职',
  'identity.end_tenure': '结束任职',
  'identity.propose_grant': '提出授权',
  'identity.decide_grant': '复核授权',
  'identity.end_grant': '收回授权',
  'identity.withdraw_proposal': '撤回提议',
  'identity.change_settings': '修改安全设置',
  'audit.export': '导出审计记录',
  'audit.verify': '核验审计链',
  'desk.backup': '备份',
  'desk.prune_backups': '清理旧备份',
  'desk.change_settings': '修改系统设置',
} as const

export type AuditAction = keyof typeof auditActions

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditActions, text)
}

export type AuditResult = 'done' | 'denied' | 'failed'

/** What a use case says for the log; who, when and from where are added by the door. No password and no identity number. */
export interface AuditEvent {
  readonly action: AuditAction
  /** The thing acted on, in words that still mean something next year. */
  readonly subject: string
  readonly result?: AuditResult
  readonly reason?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}
