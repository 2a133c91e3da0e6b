import type { ErrorEntry } from './error-entry.ts'

/** Refusals around drafts of reports. */
export const draftErrors = {
  'reports.not_found': { status: 404, exit: 2, says: '没有找到这份报告。', advice: '请返回报告列表重新进入。' },
  'reports.version_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这份报告的第 {version} 个版本，或它没有留存文件。',
    advice: '请在“版本”里另选一个。',
  },
  'reports.outline_not_found': {
    status: 404,
    exit: 2,
    says: '这次评估的标准包里没有“{outline}”这份报告提纲。',
    advice: '请刷新页面后重新选择。',
  },
  'reports.subject_not_found': {
    status: 404,
    exit: 2,
    says: '这份提纲不给“{subject}”写报告：它不在这次评估里，或者没有列入。',
    advice: '请刷新页面后重新选择。',
  },
  'reports.changed_meanwhile': {
    status: 409,
    exit: 2,
    says: '{by}在此期间改过这份报告。',
    advice: '您写的还在页面上：请先复制下来，刷新后再改。',
  },
  'reports.other_evaluation': {
    status: 409,
    exit: 2,
    says: '这次评估不是按“{pack}”对 {year} 年作出的，不能用来更新这份报告。',
    advice: '请选同一标准、同一年度的评估。',
  },
  'reports.formula_wrong': {
    status: 400,
    exit: 2,
    says: '公式“{formula}”在这里不能计算：{reason}',
    advice: '请从“插入数字”里选取。',
  },
  'reports.figure_out_of_reach': {
    status: 400,
    exit: 2,
    says: '在您能看到的单位里没有“{formula}”这个数，没有保存。',
    advice: '请从“插入数字”里选取。',
  },
  'reports.not_writing': {
    status: 409,
    exit: 2,
    says: '《{title}》已经送审或签发，不能再改。',
    advice: '请先撤回送审，或由签发人重新起草。',
  },
  'reports.not_in_review': { status: 409, exit: 2, says: '《{title}》不在送审中。', advice: '请刷新页面。' },
  'reports.not_final': { status: 409, exit: 2, says: '《{title}》还没有签发。', advice: '请刷新页面。' },
  'reports.has_open_marks': {
    status: 409,
    exit: 2,
    says: '还有 {marks} 处因数字更新待复核，不能送审。',
    advice: '请在右侧“待复核”里逐处看过。',
  },
  'reports.too_long': {
    status: 409,
    exit: 2,
    says: '现有 {characters} 字，超过 {limit} 字的限制，不能送审。',
    advice: '请删减次要的内容。',
  },
  'reports.own_report': {
    status: 409,
    exit: 2,
    says: '送审的人不能自己签发。',
    advice: '请由另一位有签发权限的人办理。',
  },
  'reports.not_sender': { status: 409, exit: 2, says: '只有送审的人可以撤回。', advice: '请由签发人退回。' },
  'reports.reason_missing': { status: 400, exit: 2, says: '没有写明原因。', advice: '请写明退回或重新起草的原因。' },
  'reports.sign_reason_missing': {
    status: 400,
    exit: 2,
    says: '《{title}》还不能作为正式文稿签发：{what}。',
    advice: '请先补齐；确需这样签发的，请写明理由，理由随签发留存。',
  },
  'reports.comment_blank': { status: 400, exit: 2, says: '意见是空的。', advice: '请写明意见。' },
  'reports.comment_not_found': { status: 404, exit: 2, says: '没有找到这条意见。', advice: '请刷新页面。' },
} as const satisfies Readonly<Record<string, ErrorEntry>>
