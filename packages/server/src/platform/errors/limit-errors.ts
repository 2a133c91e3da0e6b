import type { ErrorEntry } from './error-entry.ts'

/** Limits of casework that a county decides. */
export const limitErrors = {
  'enrolment.keeping_undecided': {
    status: 409,
    exit: 2,
    says: '销案后的保管年限尚未确定，不能销毁。',
    advice: '请县教育局在“期限和次数”页面确定保管年限，到期后再提请。',
  },
  'enrolment.limit_unknown': {
    status: 400,
    exit: 2,
    says: '“{limit}”不属于由县确定的事项，或重复填写。',
    advice: '请重新打开“期限和次数”页面，按页面上列出的填。',
  },
  'enrolment.limit_amount': {
    status: 400,
    exit: 2,
    says: '“{limit}”的数值超出范围，或单位不适用。',
    advice: '请填不超过{most}的整数。',
  },
  'enrolment.limit_document_day': {
    status: 400,
    exit: 2,
    says: '文件的日期 {day} 在今天以后。',
    advice: '请写文件上的日期；还没有发布的，等发布以后再确定。',
  },
  'enrolment.due_undecided': {
    status: 409,
    exit: 2,
    says: '要等期限届满才能办“{step}”，但这一阶段的期限尚未确定。',
    advice: '请县教育局在“期限和次数”页面确定，期限从进入这一阶段那天算起。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
