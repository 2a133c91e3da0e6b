/** Words at the beginning of a clause that name no quantity; `but` is what may not follow, as 标 in 达标. */
interface Filler {
  readonly word: string
  readonly but?: string
}

const filler = (word: string, but?: string): Filler => (but === undefined ? { word } : { word, but })
const fillers = (words: string): readonly Filler[] => words.split(' ').map((word) => filler(word))

const TIMES = fillers(
  '截至 截止 目前 现有 全年 一年来 近年来 今年 去年 上年 本年度 本年 当年 先后 比上年 较上年 同比 环比',
)
const LINKS = fillers('其中 据统计 同时 另外 此外 并且 以及 累计 共有 共计 合计 总计 分别 达到 平均')
const SIGNS = fillers(': 、 ; ( ) .')
/** One character says little, and begins many a word that says much. */
const SHORT: readonly Filler[] = [
  filler('我', '县市区镇乡校园国省'),
  filler('我们'),
  filler('另', '行'),
  filler('并', '轨校购'),
  filler('且'),
  filler('和', '平谐睦顺美'),
  filler('与', '会'),
  filler('及', '格时'),
  filler('为', '民'),
  filler('是'),
  filler('则'),
  filler('也'),
  filler('还', '款贷'),
  filler('已', '婚故'),
  filler('又'),
  filler('再', '生教就'),
  filler('总计'),
  filler('共', '青同建享育产性管'),
  filler('有', '效线害偿关证资色学'),
  filler('约', '谈'),
  filler('达', '标成'),
  filler('到', '岗校位课园会账'),
  filler('至', '善诚'),
  filler('等', '级次额'),
  filler('的', '士'),
  filler('了', '解'),
  filler('在', '校编职园读籍岗建'),
  filler('对', '口外标象照'),
]

/** What a quantity's name is followed by; `but` is what may not stand before, as 公 in 公共. */
const BEING: readonly Filler[] = [
  ...fillers('共计 合计 总计 共有 分别 约为 达到 大约 超过 超 逾 不足 已有 只有 仅有 高达 多达 至少 不少于 不低于'),
  ...fillers('增加到 提高到 下降到 由 从 增至 升至 降至 控制在 保持在 稳定在 保持 稳定 为 约'),
  filler('共', '公'),
  filler('各'),
  filler('达', '到抵'),
  filler('是', '凡'),
  filler('有', '公私国所享拥'),
  filler('近', '附最邻'),
  filler('仅', '不'),
  filler('到', '报签'),
  filler('至', '甚'),
  filler('的', '目'),
  filler('了', '为'),
  filler('在', '存所现'),
  filler(':'),
  filler('('),
]

const escaped = (word: string): string => word.replace(/[().]/g, '\\$&')
const longestFirst = (list: readonly Filler[]): readonly Filler[] =>
  list.toSorted((a, b) => b.word.length - a.word.length)

const LEAD = new RegExp(
  `^(?:${longestFirst([...TIMES, ...LINKS, ...SIGNS, ...SHORT])
    .map(({ word, but }) => escaped(word) + (but === undefined ? '' : `(?![${but}])`))
    .join('|')}|\\d{4}年度?|\\d+月底?)+`,
)
const TAIL = new RegExp(
  `(?:${longestFirst(BEING)
    .map(({ word, but }) => (but === undefined ? '' : `(?<![${but}])`) + escaped(word))
    .join('|')})+$`,
)

/** The name of a quantity: the words before its number without dates, verbs of being and conjunctions. */
export function quantityWords(near: string, after: string, before: string): string {
  const own = trimmed(near)
  if (own.length >= 2) return own
  const noun = /^[^,;。、:()\d的]{2,10}/.exec(after)?.[0] ?? ''
  if (noun !== '') return own + noun
  // The clause names nothing: the clause before it does.
  return own === '' ? trimmed(before.split(/[,;。]/).findLast((part) => trimmed(part).length >= 2) ?? '') : own
}

function trimmed(text: string): string {
  let words = text.replace(/["“”'‘’《》]/g, '')
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const shorter = words.replace(LEAD, '').replace(TAIL, '')
    if (shorter === words) break
    words = shorter
  }
  return words.slice(-24)
}
