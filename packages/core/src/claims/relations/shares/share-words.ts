import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { ALL_OF_ANY } from '../../extract/scope-words.ts'

/** 新增学位1620个，公办幼儿园在园幼儿占比57.3%: the share is of people, the number is not. */
export const isOfOthers = (share: Claim, part: Claim): boolean =>
  /(?:幼儿|学生|教师|儿童|人数)占比?/.test(share.near) && part.token.unit.dimension !== 'person'

/** A rate below 100 per cent is not of a smaller number. */
export const isMoreThanAll = (share: Claim, part: Claim, whole: Claim): boolean =>
  rational.compare(part.value, whole.value) > 0 && rational.compare(share.value, rational.HUNDRED) <= 0

/** 占世界的60%, 占财政支出的20%, where the whole that stands nearest is another. */
export function isElsewhere(share: Claim, whole: Claim): boolean {
  const named =
    /占(?:同期|当年|地方|全部)?(世界|全球|全国|全省|GDP|国内生产|地区生产|生产总值|.{0,6}支出|.{0,6}收入)/.exec(
      share.near,
    )?.[1]
  return named !== undefined && !essence(`${whole.near}${whole.after.slice(0, 8)}`).includes(essence(named))
}

/** 初中专任教师68人，本科62人，占91.2%: both stand alone in the stretch of the share, but for a rate between them. */
export const isCloser = (share: Claim, part: Claim, whole: Claim, between: number): boolean =>
  isNamedWholly(share, part) &&
  between === 0 &&
  part.id === share.id - 1 &&
  whole.segment === share.segment &&
  /占(?:比(?:例|重)?)?(?:为|达|达到|约)?$/.test(share.near)

/** What the share speaks of was counted; not so in 学位5480个，幼儿园1620个，公办幼儿园在园幼儿占比57.3%. */
function isNamedWholly(share: Claim, part: Claim): boolean {
  const subject = /^[,、)(]*(.*?)占/.exec(share.near)?.[1] ?? ''
  return subject.length < 4 || (part.near + part.after).includes(subject)
}

export const WHOLES = /应|总|参加|共|计划|实有|适龄/
export const DONE = /已|实[有配到]|支付|完成面积|完成|实际|到位|按时|如期|整改|办结|拆除|支出|执行/
export const DUE = /应|原有|计划|共|总|预算|任务|目标|排查|发现|下达|安排/

/** 公办占比43.9%, 上线率61.68%: the share may say whose it is; undefined when it does not. */
export function namesPart(share: Claim, part: Claim): boolean | undefined {
  const own = /^(.*?)(?:占|率|比例|比重|面(?:为|达)?$)/.exec(share.near)?.[1] ?? ''
  const subject = own.replace(/^[,、)(]*(?:其|已|约|各|共|均|分别|总|人数|数|的)*/, '')
  if (subject.length < 2) return stageAgrees(share, part)
  const words = `${part.quantity}${part.near}${/^[^,;。、(]{0,12}/.exec(part.after)?.[0] ?? ''}`
  return words.includes(subject.slice(0, 2)) || (subject.length < 4 && words.includes(subject.slice(-2)))
}

/** 小学74名、初中91名、高中21名，初中缺员最多，占48.9%: a clause between the list and the share may say of which stage. */
function stageAgrees(share: Claim, part: Claim): boolean | undefined {
  const stage = /[,;](小学|初中|高中|幼儿园|中职)[^,;。]{0,8},[^,;。]*$/.exec(share.before)?.[1]
  return stage === undefined ? undefined : part.near.includes(stage)
}

/** 在园1521人，学龄幼儿2049人，入园率74%: the rate is called after what is counted, or of what it is. */
export function isRateOf(share: Claim, part: Claim, whole: Claim): boolean {
  const stem = /([\u4e00-\u9fff]{2})(?:率|的?比例)[^率]*$/.exec(share.near)?.[1]
  if (stem === undefined) return false
  const words = ({ near, after }: Claim) => `${near}${/^[^,;。、(]{0,8}/.exec(after)?.[0] ?? ''}`
  const doers = RATES.find(([rate]) => rate.test(stem))
  if (doers === undefined)
    return rational.compare(part.value, whole.value) <= 0 && words(part).includes(stem) && !words(whole).includes(stem)
  return doers[1].test(words(part)) && doers[2].test(words(whole))
}

/** 未开工3个，开工率93.3%: the rate is not called after what stands before it. */
export function isOtherRate(share: Claim, part: Claim): boolean {
  const stem = /(?:开工|完工|竣工|覆盖|普及|满意|优良|合格)率/.exec(share.near)?.[0].slice(0, 2)
  return stem !== undefined && (!part.near.includes(stem) || /未|不/.test(part.near))
}

/** Rates with the words for those who count and for those who might. */
const RATES: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/入园|入学/, /在园|入园|入学|在校|实际|就读/, /学龄|适龄|应|人口|总/],
  [/升学|升高|录取|上线|升入/, /升|录取|上线|本科|上[^,]{0,6}线/, /毕业|报名|考生|报考|参加/],
  [/配齐|配备|到岗|在岗|满编|达标|到位/, /实|已|到岗|到位|达标/, /应|标准|编制|核定|计划|下达|安排|总投资/],
  [/执行|支出|支付/, /支出|支付|执行|使用/, /预算|调整|安排|下达|到位|计划/],
  [/拨付|兑现|发放/, /拨付|兑现|发放/, /资金|安排|应|下达|到位/],
  [/毕业|合格|优秀|及格|巩固/, /毕业|合格|优秀|及格|巩固/, /人数|应|班|总|参加|学生|毕业/],
]

/** Words of a name that add nothing to it. */
const ADDING_NOTHING = new RegExp(`[共总计数量额的后]|人数|${ALL_OF_ANY}`, 'g')

export const essence = (text: string): string => text.replace(ADDING_NOTHING, '')
