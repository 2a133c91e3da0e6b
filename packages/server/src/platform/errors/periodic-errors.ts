import type { ErrorEntry } from './error-entry.ts'

/** Periodic reports on children out of school. */
export const periodicErrors = {
  'enrolment.periodic_not_found': {
    status: 404,
    exit: 2,
    says: '没有这份定期报告，或者您看不到它。',
    advice: '请从“定期报告”重新进入。',
  },
  'enrolment.periodic_of_other': {
    status: 403,
    exit: 2,
    says: '这份定期报告由{unit}报送。',
    advice: '请联系{unit}的经办人；您可以发通知催报。',
  },
  'enrolment.periodic_not_handed_in': {
    status: 409,
    exit: 2,
    says: '这份定期报告还没有报送，或者已经退回，不能退回。',
    advice: '请刷新后再看。',
  },
  'enrolment.periodic_own': {
    status: 403,
    exit: 2,
    says: '这份定期报告由您的单位报送，不能自己退回。',
    advice: '要改的，请用“更正后再报”。',
  },
  'enrolment.periodic_early': {
    status: 409,
    exit: 2,
    says: '这一期到{day}才结束，还不能报送。',
    advice: '请在{day}或以后报送。',
  },
  'enrolment.periodic_day': {
    status: 400,
    exit: 2,
    says: '人数的日期应在{from}到今天之间。',
    advice: '请改日期，写这一期末日或以后、清点那一天。',
  },
  'enrolment.periodic_figures': {
    status: 400,
    exit: 2,
    says: '要写明的人数有漏的，或者有这份报告没有的：{figures}。',
    advice: '请逐项填写；没有的写0。',
  },
  'enrolment.periodic_says': {
    status: 400,
    exit: 2,
    says: '报送的人数与台账的不同，没有说明原因：{figures}。',
    advice: '请写明为什么不同，或者先把台账改对。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
