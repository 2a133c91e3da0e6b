import type { Particulars } from '@eduduty/core/archive'

/** How far a material of the demo has come. */
export type PaperStory = 'ready' | 'unread' | 'weak' | 'expired' | 'late' | 'missing' | 'waived'

/** By turns: most is in order, and each kind of gap is there to be looked at. */
const departments: readonly PaperStory[] = [
  ...(['ready', 'ready', 'unread', 'ready', 'weak', 'ready', 'missing', 'ready', 'expired', 'ready'] as const),
  ...(['late', 'ready', 'unread', 'ready', 'waived', 'ready', 'missing', 'ready', 'ready', 'weak'] as const),
]
const schools: readonly PaperStory[] = ['ready', 'unread', 'ready', 'missing', 'weak', 'ready', 'late', 'ready']

export const storyOf = (isSchool: boolean, turn: number): PaperStory => {
  const stories = isSchool ? schools : departments
  return stories[turn % stories.length] ?? 'missing'
}

/** What the reviewer missed. */
export const weakReasons = [
  '只有首页，缺正文和附件，请补全',
  '缺第二学期的内容',
  '没有盖章，请换扫描件',
  '年度不对，是上一年度的文件',
] as const

/** What stands in the text of a paper, so that there is something to search for. */
export const paperLines = [
  '为进一步落实教育优先发展战略，推进义务教育优质均衡发展，现将有关情况说明如下。',
  '一、组织领导。成立由主要负责同志任组长的领导小组，定期研究教育工作。',
  '二、主要做法。对照标准逐项自查，建立问题台账，明确责任人和完成时限。',
  '三、经费保障。有关经费已列入年度预算并足额拨付，接受审计监督。',
  '四、存在的问题。个别学校的材料归档不及时，已限期补齐。',
  '五、下一步打算。加强日常管理，按季度检查通报。',
] as const

export function particularsFor(
  title: string,
  unit: string,
  documentNo: string,
  more: Partial<Particulars>,
): Particulars {
  return {
    title,
    kind: kindOf(title),
    issuer: unit,
    document_no: documentNo,
    secrecy: 'internal',
    personal: 'none',
    is_redacted: false,
    box_no: '',
    keeper: '',
    note: '',
    ...more,
  }
}

function kindOf(title: string): Particulars['kind'] {
  const kinds = [
    [/纪要|记录/, 'minutes'],
    [/名单|名册|花名/, 'roster'],
    [/台账|登记|明细/, 'ledger'],
    [/方案|规划|计划|安排/, 'plan'],
    [/责任书/, 'pledge'],
    [/凭证|证明|批复|决算/, 'proof'],
    [/照片/, 'photo'],
  ] as const
  return kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 'document'
}
