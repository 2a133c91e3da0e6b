/** Turns of speech that say the same, and the one that stands for them. `$1` is the part of the words that stays. */
interface Wording {
  readonly said: RegExp
  readonly meant: string
}

const wording = (said: RegExp, meant: string): Wording => ({ said, meant })

const YEAR_BEFORE = '(?:上一?学?年度?|去年|前一学?年度?)'

/** What relations are told with; each is known by one word, whatever else reports say for it. */
export const WORDINGS: readonly Wording[] = [
  wording(/相加(?:也|正好|恰好|仍|刚好)?/g, '合计'),
  wording(/合起来|加起来|加在一起|合在一起|合并计算|加总/g, '合计'),
  wording(/一共|总共|统共|拢共/g, '共计'),
  wording(/依次(?=[为是有达占增减提下上比较同投安完])|顺次(?=[为是])/g, '分别'),
  wording(new RegExp(`${YEAR_BEFORE}(?:的)?同期|${YEAR_BEFORE}(?!级)`, 'g'), '上年'),
  wording(/[与同和跟]((?:[^,;。()与同和跟]|\([^()]{1,40}\)){2,30}?)相比较?,?/g, '比$1'),
  wording(/相[较比]于?(?=上年|\d{4}年)|比起|对比(?=上年|\d{4}年)/g, '比'),
  wording(/(?:所占|占)(?:的|总)?(?:比例|比重|比)?(?:已|约|仅|只|就)?(?:达到了?|为|是|到|了)(?=约?\d)/g, '占'),
  wording(/所占(?:的)?(?:比例|比重)(?=约?\d)/g, '占'),
  wording(/余下(?:的)?|剩下(?:的)?|还剩(?:下|余)?(?:的)?|仅剩|下剩/g, '剩余'),
  wording(/(?:这|此)(?:当中|里面|其中)|里面,/g, '其中'),
  wording(/(?<=[\u4e00-\u9fff])(?:当中|之中),|(?<=教师|学生|教职工|幼儿|学校|儿童|人员)[里内],/g, '中,'),
  wording(/(?:从|按|分)[^,;。:\d\u3001]{1,6}?(?:来看|看|划分|细分|区分|统计)[,:]/g, '按类别分:'),
  wording(/按[^,;。:\d\u3001]{1,6}?分[,:]/g, '按类别分:'),
  wording(/(?<=[比较(])上一?(?:学期|季度|个月|期|届)/g, '上年'),
  wording(/(?:攀升|爬升|上涨|增多|扩容|扩充)(?=[到至])/g, '增加'),
  wording(/(?:回落|下滑|压降|缩小|收窄|压缩)(?=[到至])/g, '下降'),
  wording(/平均下来/g, '平均'),
  wording(/单方造价/g, '每平方米造价'),
  wording(/总人数(?=\d)|合计人数(?=\d)/g, '合计'),
]

/** What a stretch of a text is read as: its characters, each with the place of the one that it stands for. */
export interface Reworded {
  readonly start: number
  readonly end: number
  readonly text: string
  /** For each character of `text`, which of the stretch it stands for. */
  readonly places: readonly number[]
}

/** The stretches of a text that one wording applies to, in their order. */
export function rewordings(text: string, { said, meant }: Wording): readonly Reworded[] {
  return [...text.matchAll(said)].map((found) => {
    const [whole, kept = ''] = found
    const at = kept === '' ? 0 : whole.indexOf(kept, 1)
    const [lead = '', tail = ''] = meant.split('$1')
    const places = [
      ...[...lead].map((_, order) => Math.min(order, whole.length - 1)),
      ...[...kept].map((_, order) => at + order),
      ...[...tail].map(() => whole.length - 1),
    ]
    if (places.length > 0 && kept === '') places[places.length - 1] = whole.length - 1
    return { start: found.index, end: found.index + whole.length, text: lead + kept + tail, places }
  })
}
