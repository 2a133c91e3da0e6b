import type { ErrorEntry } from './error-entry.ts'

/** Refusals around reports whose numbers are checked. */
export const claimsErrors = {
  'claims.unreadable': {
    status: 400,
    exit: 2,
    says: '“{name}”不能核对：{reason}。',
    advice: '能核对的是 .docx 文档、文本文件和网页，也可以把文字粘贴进来。',
  },
  'claims.busy': { status: 503, exit: 2, says: '正在核对的报告太多。', advice: '请过一两分钟再试。' },
  'claims.left': { status: 400, exit: 2, says: '核对已取消。', advice: '需要时请重新开始。' },
  'claims.not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这次核对，它可能已被删除或到期。',
    advice: '请返回“核对报告”重新进入，或重新核对。',
  },
  'claims.older_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到要比较的那份报告，它可能已被删除或到期。',
    advice: '请刷新后另选一份，或重新上传它。',
  },
  'claims.subject_not_found': {
    status: 400,
    exit: 2,
    says: '这次评估里没有“{subject}”的数。',
    advice: '请照评估结果里的全称写学校、乡镇或部门；全县的报告不用写。',
  },
  'claims.finding_not_found': { status: 404, exit: 2, says: '这次核对没有这一个问题。', advice: '请刷新页面。' },
  'claims.reason_missing': {
    status: 400,
    exit: 2,
    says: '没有写明为什么不是问题。',
    advice: '请写一句说明，供同事了解。',
  },
  'claims.not_owner': {
    status: 403,
    exit: 2,
    says: '这次核对是{by}做的，只有本人可以删除。',
    advice: '不需要保存的，请由本人删除；到期后系统会自动删除。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
