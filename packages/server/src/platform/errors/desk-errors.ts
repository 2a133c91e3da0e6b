import type { ErrorEntry } from './error-entry.ts'

/** Inbox and notices. */
export const deskErrors = {
  'desk.notice_not_found': {
    status: 404,
    exit: 2,
    says: '没有这份通知，或者已经撤回。',
    advice: '请从通知列表重新进入。',
  },
  'desk.unit_not_found': {
    status: 404,
    exit: 2,
    says: '不能发给单位“{unit}”：不在您能发到的范围内，或者已经撤销。',
    advice: '请重新选择收件单位。',
  },
  'desk.no_issuer': {
    status: 403,
    exit: 2,
    says: '您的岗位不在这个县的单位里，不能以单位名义发通知。',
    advice: '请县里有发通知权限的人来发。',
  },
  'desk.answer_past': {
    status: 422,
    exit: 2,
    says: '回执期限已经过去。',
    advice: '请改为今天或以后的日期。',
  },
  'desk.nobody_to_remind': {
    status: 409,
    exit: 2,
    says: '现在没有要催的单位：都已确认，或者 {hours} 小时内催过。',
    advice: '请过一会儿再催，或打电话联系。',
  },
  'desk.answer_missing': {
    status: 422,
    exit: 2,
    says: '这份通知要求回执，还没有写。',
    advice: '请写明办理情况或“已阅”，再确认。',
  },
} as const satisfies Record<string, ErrorEntry>
