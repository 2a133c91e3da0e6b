import type { NumberToken } from '../numbers/number-token.ts'
import type { Kind, Role } from './claim.ts'

const MORE =
  '增长|增加|追加|核增|调增|提高|上升|提升|增幅|增速|增长率|上涨|递增|净增|多投入|多安排|多拨付|多投|多招|多补|多拨|多发|增收|增支|多收|多支|多出|(?<=^|[比年,的次别计又]|[比较](?:\\d{4}|上|去)年[\\u4e00-\\u9fff]{0,8})多|增多|扩大|攀升|高出|增'
const LESS =
  '减少|下降|降低|缩小|收窄|压降|核减|调减|降幅|缩减|压减|压缩|减收|减支|少收|少支|少招|少拨|少发|回落|下滑|减幅|(?<![至缺不多])少|减|降'
const FILL = '(?:了|约|近|达|达到|为|幅度为|幅度达|幅度|了约|了近|共|共计|超过|超|逾|率为|率达|率|了将近|仅|,)*'
const CHANGE_NEAR = new RegExp(`(?:${MORE}|${LESS}|负增长)${FILL}$`)
const LESS_NEAR = new RegExp(`(?:${LESS}|负增长)${FILL}$`)
const NEW = new RegExp(`(?:新增|增设)${FILL}$`)
const ARRIVED =
  /(?:增长|增加|提高|上升|提升|扩大|发展|下降|降低|减少|降|增|升|变|减|缩减|压减)(?:到|至|为)(?:了|约|近)*$/

/** 高于公务员（7295元）25元, 相差2.6平方米: by how much two numbers differ. */
const DIFFERS =
  /(?:[高低多少]于|超过|高出|超出|多出)[^,;。]*\)$|(?:相差|差距|(?<!收支)差额|相距|比(?!上年|\d{4}年)[^,;:。的\d]{2,12}(?<![减缺至不提增升降最])[多少高低]出?|前者比?后?者?[高多低少]出?于?后?者?|[\u4e00-\u9fff]{2}[高低]于(?!.*(?:标准|要求|底线|规定|目标|线|约))[\u4e00-\u9fff]{2,10})(?:约|为|达|仅|了)*$/

/** 薄弱环节改善与能力提升3270万元: what the money is for, not by how much it grew. */
const IMPROVED = /(?:能力|质量|素质|品质|改造|工程|环境|内涵|学历|水平)(?:提升|提高)$/

/** 比公务员平均工资91875元高765元: between two numbers stands how the one is to the other. */
const BETWEEN = /^\)?(?:分别|又)?(?:[高低多少]|[多少][走招增投收拨补缴报发])(?:出|了|约)*$/

/** 每百名学生骨干教师数:小学1.49人…；初中…: what the items of a sentence are, said before its colon. */
export const isOfEach = (topic: string): boolean =>
  /^[^,;。:]*(?:生均|师均|人均|校均|班均|每百名|每[生人])[^,;。:]{0,20}:/.test(topic)

/** What a number says, by its unit and the words right before and after it. */
export function roleOf(token: NumberToken, words: string, after: string, clause: string): { role: Role; sign: 1 | -1 } {
  // 下降(增长)27.78%: a form that was filled in leaves the other word in brackets.
  const near = words.replace(/\((?:增长|增加|下降|减少|降低)\)$/, '')
  const sign = LESS_NEAR.test(near) ? -1 : 1
  if ((DIFFERS.test(clause) || BETWEEN.test(near)) && !['points', 'percent'].includes(token.unit.dimension))
    return { role: 'change', sign: 1 }
  return { role: roleByWords(token, near, after), sign }
}

function roleByWords(token: NumberToken, near: string, after: string): Role {
  const { dimension } = token.unit
  const isArrived = ARRIVED.test(near)
  if (dimension === 'points') return 'points'
  if (isStandard({ near, after }) || isCriterion(near, after)) return 'line'
  if (
    dimension === 'percent' &&
    /占[^,;。、占]{0,6}(?:规划|计划|目标|任务|预算|设计)[^,;。、]{0,10}$|(?:计划|目标|任务|预算|规划)[量数额]?的$/.test(
      near,
    )
  )
    return 'share'
  if (
    !/率(?:为|达|达到)?$/.test(near) &&
    /(?:力争|(?<!改善|行动|培养|特岗|资助|国培|支持|攻坚)计划|拟|预计|预期|目标|规划|将达|应达|要求达|确保|预算安排目标)[^,;。、]{0,10}$/.test(
      near,
    )
  )
    return 'plan'
  if (!isArrived && CHANGE_NEAR.test(near) && !IMPROVED.test(near) && dimension !== 'ratio') {
    if (NEW.test(near) && !/[比较](?:上年|\d{4}年|年初|原有?)[^,;。]*新增/.test(near))
      return dimension === 'percent' ? 'rate' : 'level'
    return dimension === 'percent' || dimension === 'times' ? 'rate' : 'change'
  }
  if (
    /(?:比|较|由|从|在|与|同)[^,;。]{0,14}(?:上年|去年|前年|上一年|同期|上学年|\d{4}年|以前|原来|年初)[^,;。]{0,14}$/.test(
      near,
    ) &&
    isBased(near, after)
  )
    return 'base'
  // 比春季学期的5697人减少64人: whatever it is compared with.
  if (/[比较][^,;。]{2,14}的$/.test(near) && /^(?:净?增[加长]|减少|下降|提高|[多少高低])/.test(after)) return 'base'
  if (
    /(?:^|[^各自])(?:由|从)[^,;。]{0,24}$/.test(near) &&
    /^(?:左右|以上)?[^,;。\d]{0,8}?(?:增|提|上升|升|扩|发展|下降|降|减|到|至|变)/.test(after)
  )
    return 'base'
  if (PREVIOUS.test(near) || BRACKETED.test(near)) return 'base'
  if (
    token.per !== undefined ||
    EACH.test(near) ||
    (dimension === 'money' && token.unitText === '元' && PAID.test(near))
  )
    return dimension === 'percent' ? 'share' : 'each'
  if (dimension === 'percent') return 'share'
  return 'level'
}

/** 高于4.5平方米的标准: what others are held against. */
export const isStandard = ({ near, after }: { readonly near: string; readonly after: string }): boolean =>
  /(?:不低于|不少于|不高于|不超过|高于|超过|低于|大于|小于|达到|优于|超出)[^,;。、]{0,12}$/.test(near) &&
  /^(?:的|以上|以下)*[^,;。、]{0,10}(?:标准|要求|底线|红线|目标|任务|指标|规定)/.test(after)

/** 少于4次的2个, 小学5.48人(标准4.2人): by what the others are chosen, or the standard beside them. */
const isCriterion = (near: string, after: string): boolean =>
  (/(?:少于|不足|不到|低于|超过|多于)$/.test(near) && /^(?:的|以[上下]的)/.test(after)) ||
  /\((?:标准|要求|限值|不低于|不少于|不高于|不超过)$/.test(near)

const EACH =
  /(?:平均|(?:人次|[人生师校班户笔件项车辆园村场次台])均|每(?:平方米|亩|百名|[生人名位校班师户所个辆台间栋套期])(?:学生|教师|学期|学年|年|月|均|每年|每学期|每学年|每月|次)*|每生每年|每学年|每学期|每月|每[天日]|师生比|生师比|(?<!大)班额)[^,;。、]{0,14}$/

/** 月标准500元, 单方造价2000元: to each, though it does not say so. */
const PAID = /(?:单方造价|单价|[月年](?:人均)?(?:工资|标准|补贴|津贴|薪酬?|生活费)|(?:补助|资助|发放)标准)(?:为)?$/

/** 上年为87.4%, after what it became. */
const PREVIOUS =
  /(?:^|\()(?:上年|去年|上年同期|上一年|上学年|同期|原来|基期)(?:同期)?(?:的)?[^,;。、\d]{0,6}(?:为|是|:)$|\((?:上年|去年|上年同期|上学年)$/

/** 同比增长9.5%(2023年为7985万元). */
const BRACKETED = /\((?:19|20)\d\d年(?:度|同期|决算|预算)?(?:数|金额)?为?$/

/** `比上年的50所增加…`: what is compared with, not what there is. */
const isBased = (near: string, after: string): boolean =>
  /(?:比|较|由|从)[^,;。]*$/.test(near) &&
  /^[^,;。\d]{0,8}(?:增|提|上升|升|扩|下降|降|减|多|少|净|翻|有|,(?:增|净|提|上升|下降|减|同比|增幅))/.test(after)

const KINDS: readonly (readonly [Exclude<Kind, undefined>, RegExp])[] = [
  ['class', /班级数?|教学班|编班|大班额|班数|个班|标准班/g],
  [
    'staff',
    /教师|教职工|专任|校长|班主任|园长|保育员|教练|辅导员|职工|督学|骨干|名师|特岗|师资|支教|学科带头人|工勤|医务|校医|保安|安保/g,
  ],
  [
    'pupil',
    /学生|在校生|幼儿(?!园)|儿童|新生|毕业生|寄宿生|少年|在园|在校|就读|学籍|考生|在读|生源|随迁|留守|在籍|困难生|生(?=\d*$)/g,
  ],
  ['school', /学校|小学|初中|中学|高中|幼儿园|教学点|职校|园所|特校|完小|中心校|一贯制/g],
]

/** What is counted, by the words at the number: those right after its unit say it best, else the last before. */
export function kindOf(token: NumberToken, near: string, after: string): Kind {
  const { dimension } = token.unit
  if (dimension === 'money') return 'money'
  if (dimension === 'area') return 'area'
  if (dimension === 'class') return 'class'
  const noun = /^[^,;。、:()]{0,8}/.exec(after)?.[0] ?? ''
  if (dimension === 'place') return 'school'
  const last = (text: string): Kind => {
    let best: { kind: Kind; at: number } = { kind: undefined, at: -1 }
    for (const [kind, pattern] of KINDS) {
      const at = [...text.matchAll(pattern)].at(-1)?.index ?? -1
      if (at > best.at) best = { kind, at }
    }
    return best.kind
  }
  const first = (text: string): Kind => {
    let best: { kind: Kind; at: number } = { kind: undefined, at: text.length }
    for (const [kind, pattern] of KINDS) {
      const at = text.search(pattern)
      if (at >= 0 && at < best.at) best = { kind, at }
    }
    return best.kind
  }
  const kind = last(near) ?? first(noun)
  // A stage such as 小学 says of which level something is, not what is counted.
  return kind === 'school' ? undefined : kind
}
