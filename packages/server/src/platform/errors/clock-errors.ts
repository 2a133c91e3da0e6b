import type { ErrorEntry } from './error-entry.ts'

/** Time limits and the working calendar. */
export const clockErrors = {
  'clocks.county_not_found': {
    status: 404,
    exit: 2,
    says: '没有这个县的工作日历。',
    advice: '请从菜单重新进入。',
  },
  'clocks.whole_county': {
    status: 403,
    exit: 2,
    says: '工作日历管全县，只能由负责全县的岗位录入。',
    advice: '请县督导办录入。',
  },
  'clocks.calendar_wrong': {
    status: 422,
    exit: 2,
    says: '{year}年的放假与调休有不对的地方：{faults}。',
    advice: '请对照放假通知改正后再保存。',
  },
  'clocks.document_missing': {
    status: 422,
    exit: 2,
    says: '没有写依据的文件。',
    advice: '请写放假通知的名称或文号。',
  },
} as const satisfies Record<string, ErrorEntry>
