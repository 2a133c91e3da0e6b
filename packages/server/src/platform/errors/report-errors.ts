import { claimsErrors } from './claims-errors.ts'
import type { ErrorEntry } from './error-entry.ts'

/** Refusals of what is written from a kept evaluation, and of reports that are checked. */
export const reportErrors = {
  ...claimsErrors,
  'reports.template_unreadable': {
    status: 400,
    exit: 2,
    says: '这个模板不能用：{reason}。',
    advice: '请用 WPS 或 Word 打开，另存为 .docx 后再上传。',
  },
  'reports.template_faulty': {
    status: 409,
    exit: 2,
    says: '模板有 {count} 处错误，没有填写；第一处在{place}：{message}。',
    advice: '请在“报告模板”页检查这个模板，逐处改正后再用。',
  },
  'reports.template_too_long': {
    status: 409,
    exit: 2,
    says: '模板里的循环要写两万次以上，没有填写。',
    advice: '请减少循环的层数，或给循环加上条件和条数，如 {#学校|前 20}。',
  },
  'reports.template_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这个模板。',
    advice: '它可能已被停用，请刷新“报告模板”页。',
  },
  'reports.template_title_taken': {
    status: 409,
    exit: 2,
    says: '已经有名为“{title}”的模板。',
    advice: '请换一个名称；要更新它，请在它的一行里上传新版本。',
  },
  'reports.template_changed': {
    status: 409,
    exit: 2,
    says: '模板“{title}”刚被别人更新过。',
    advice: '请刷新页面，看过新版本后再上传。',
  },
  'reports.picture_refused': {
    status: 400,
    exit: 2,
    says: '第 {no} 张图片不能用：{reason}。',
    advice: '请换成 3 MB 以内的 jpg 或 png 图片。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
