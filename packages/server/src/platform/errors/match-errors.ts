import type { ErrorEntry } from './error-entry.ts'

/** Comparisons of registers, and what is found by them. */
export const matchErrors = {
  'enrolment.whole_county': {
    status: 403,
    exit: 2,
    says: '名册比对要看全县的名册，您的岗位只到一部分单位。',
    advice: '请县教育局或督导办的人来办。',
  },
  'enrolment.no_match_pack': {
    status: 409,
    exit: 2,
    says: '还没有安装写明怎样比对的标准包。',
    advice: '请管理员安装标准包“控辍保学”。',
  },
  'enrolment.pack_faulty': {
    status: 409,
    exit: 2,
    says: '标准包里的“{match}”写法有误，不能比对。',
    advice: '请用 eduduty pack validate 检查标准包，改正后重新安装。',
  },
  'enrolment.match_running': {
    status: 409,
    exit: 2,
    says: '这个县的名册比对正在进行。',
    advice: '请等这一次做完再开始。',
  },
  'enrolment.match_failed': {
    status: 500,
    exit: 1,
    says: '查找相像的人时中断了，已做完的各项比对仍然有效。',
    advice: '请重新开始比对；仍然中断的，请管理员检查服务器内存。',
  },
  'enrolment.proposal_not_found': {
    status: 404,
    exit: 2,
    says: '没有这一对，或者不在您的职责范围内。',
    advice: '请从待确认的清单重新进入。',
  },
  'enrolment.finding_not_found': {
    status: 404,
    exit: 2,
    says: '没有这个要核实的孩子，或者不在您的职责范围内。',
    advice: '请从核实清单重新进入。',
  },
  'enrolment.settled_already': {
    status: 409,
    exit: 2,
    says: '这一条已经销了，或者已经立案。',
    advice: '请刷新清单看现在的情况。',
  },
  'enrolment.reason_missing': {
    status: 422,
    exit: 2,
    says: '没有写理由。',
    advice: '请写明怎样核实的、结果是什么。',
  },
  'enrolment.township_unknown': {
    status: 422,
    exit: 2,
    says: '不知道这个孩子户籍在哪个乡镇，还不能立案。',
    advice: '请先由户籍所在乡镇把孩子登记进适龄儿童少年名册，或者从“登记疑似辍学”里立案。',
  },
  'enrolment.door_list_unread': {
    status: 422,
    exit: 2,
    says: '这个文件不是填好的入户摸排表：{why}。',
    advice: '请用本页下载的入户摸排表填写，不要改表头。',
  },
  'enrolment.keeper_missing': {
    status: 422,
    exit: 2,
    says: '没有选由哪所学校保留学籍，或者没有写凭什么。',
    advice: '请从有学籍的学校里选一所，写明凭什么：转学联系函、家长确认等的名称和日期。',
  },
  'enrolment.exclusion_unproved': {
    status: 422,
    exit: 2,
    says: '排除一个孩子要有证明。',
    advice: '请写明凭什么证明：证明名称、出具单位、日期。',
  },
} as const satisfies Record<string, ErrorEntry>
