import type { ErrorEntry } from './error-entry.ts'

/** Refusals of the yearly assessment: ranking, letters, what follows from results. */
export const yearlyErrors = {
  'appraisal.yearly_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这一年度考核，或您不能看全部单位的结果。',
    advice: '请从“年度考核”重新选择；本单位的结果和名次在“评议”里看。',
  },
  'appraisal.ranking_hidden': {
    status: 403,
    exit: 2,
    says: '{unit}的结论还没有公示，您还不能看，因此看不到排名。',
    advice: '请在它公示以后再看。',
  },
  'appraisal.nobody_ranked': {
    status: 409,
    exit: 2,
    says: '还没有一个单位有确定的结论，不能发布排名。',
    advice: '请先完成复评、拟定结论并公示。',
  },
  'appraisal.ranking_incomplete': {
    status: 409,
    exit: 2,
    says: '还有 {open} 个单位没有名次：{units}。',
    advice: '请等各单位都有了结论再发布；确需先发布的，请写明理由，理由记入操作日志。',
  },
  'appraisal.result_not_public': {
    status: 409,
    exit: 2,
    says: '{unit}的结论还没有公示，或有申诉待处理，不能发布排名。',
    advice: '请先公示结论、处理完申诉。',
  },
  'appraisal.no_public_result': {
    status: 409,
    exit: 2,
    says: '还没有一个单位的结论公示，不能出具通知书。',
    advice: '请先公示结论。',
  },
  'appraisal.no_letter': {
    status: 404,
    exit: 2,
    says: '还没有给{unit}出具考核结果通知书。',
    advice: '请由组织考核的单位在“年度考核”里出具。',
  },
  'appraisal.no_letters': {
    status: 404,
    exit: 2,
    says: '还没有出具考核结果通知书。',
    advice: '请先点“出具通知书”。',
  },
  'appraisal.not_published': {
    status: 409,
    exit: 2,
    says: '{unit}的结果还没有发布，不能登记结果运用。',
    advice: '请在公示、申诉期满并发布以后登记。',
  },
  'appraisal.outcome_without_money': {
    status: 400,
    exit: 2,
    says: '“{kind}”不涉及金额。',
    advice: '请不要填金额；奖励、扣减的另登记一条。',
  },
  'appraisal.outcome_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这一条结果运用。',
    advice: '请刷新页面。',
  },
  'appraisal.outcome_struck': {
    status: 409,
    exit: 2,
    says: '这一条已由 {by} 划去。',
    advice: '请刷新页面。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
