// Invented children of one county and the slips that people make when they type them. Knows nothing of the matcher.
const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
  '欧阳',
  '上官',
  '单',
  '仇',
  '解',
]
const given = [
  ...'子梓宇浩雨欣怡涵轩然诗雅思佳晨琪瑶妍萱彤玥嘉豪俊杰文博睿天泽铭熙昊辰逸奕航晗语彤馨悦可心婷美玲芳丽艳秀英敏静娟霞红梅桂香小明亮强军建国华志勇平鹏飞龙刚磊伟超波涛海洋林森峰岩石玉珍兰云凤春花雪晴阳光星月琳瑞祥福贵金银宝成才学礼义仁信忠孝安康乐健宁永远清新一二三四五六七若初以沫沐忆南北东西方圆满',
]
const villages = [
  '上河',
  '下河',
  '石桥',
  '柳湾',
  '东岭',
  '西坪',
  '南塘',
  '北沟',
  '青山',
  '白水',
  '大庙',
  '小寨',
  '高台',
  '杨树',
  '枣园',
  '桃花',
  '金鸡',
  '双井',
  '三岔',
  '五里',
]
const towns = ['石桥', '柳河', '东山', '清泉', '白塔', '新民', '永兴', '长岭']
export const homophones = {
  小: '晓',
  明: '铭',
  佳: '嘉',
  梅: '玫',
  辉: '晖',
  英: '瑛',
  红: '虹',
  丽: '莉',
  静: '靖',
  伟: '玮',
  玲: '铃',
  婷: '亭',
  宇: '雨',
  欣: '新',
  怡: '宜',
  子: '紫',
  梓: '子',
  浩: '昊',
  轩: '萱',
  涵: '寒',
  文: '雯',
  博: '伯',
  泽: '择',
  熙: '曦',
  思: '斯',
  诗: '施',
  雅: '亚',
  琪: '奇',
  彤: '童',
  玥: '悦',
  豪: '毫',
  杰: '洁',
  俊: '峻',
  龙: '隆',
  强: '墙',
  军: '君',
  建: '健',
  志: '智',
  平: '萍',
  鹏: '朋',
  霞: '侠',
  敏: '闽',
  芳: '方',
  秀: '绣',
  兰: '岚',
  云: '芸',
  凤: '奉',
  春: '椿',
  花: '华',
  雪: '学',
  晴: '情',
  阳: '洋',
  星: '兴',
  月: '悦',
  林: '琳',
  祥: '翔',
  康: '糠',
  乐: '勒',
  永: '咏',
  清: '青',
  张: '章',
  陈: '程',
  李: '里',
  刘: '留',
  黄: '皇',
  徐: '许',
  于: '余',
  江: '姜',
}
export const lookalikes = {
  晴: '睛',
  候: '侯',
  萍: '苹',
  婷: '停',
  玲: '铃',
  俊: '峻',
  晨: '辰',
  梅: '海',
  林: '材',
  杨: '扬',
  芳: '芬',
  宇: '字',
  琳: '林',
  瑞: '端',
  清: '请',
  浩: '皓',
  涛: '祷',
  玥: '明',
  未: '末',
  瑶: '摇',
  英: '瑛',
  豪: '毫',
  惠: '慧',
  王: '玉',
  刘: '列',
  田: '由',
  余: '佘',
  铭: '名',
  峰: '锋',
  伟: '玮',
  思: '恩',
  怡: '台',
  欣: '听',
}
export const traditional = {
  张: '張',
  刘: '劉',
  陈: '陳',
  杨: '楊',
  黄: '黃',
  赵: '趙',
  吴: '吳',
  孙: '孫',
  马: '馬',
  华: '華',
  国: '國',
  龙: '龍',
  凤: '鳳',
  云: '雲',
  红: '紅',
  丽: '麗',
  飞: '飛',
  鹏: '鵬',
  轩: '軒',
  语: '語',
  诗: '詩',
  学: '學',
  宝: '寶',
  军: '軍',
  强: '強',
  阳: '陽',
  乐: '樂',
  远: '遠',
  东: '東',
  义: '義',
  韩: '韓',
  邓: '鄧',
  许: '許',
  谢: '謝',
  罗: '羅',
  郑: '鄭',
  萧: '蕭',
  冯: '馮',
  卢: '盧',
  苏: '蘇',
  叶: '葉',
  吕: '呂',
  邹: '鄒',
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
export const checkOf = (first) =>
  '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0) % 11]

/** Always the same numbers for the same seed. */
export function randomFrom(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most) => Math.floor(next() * most)
  return { next, below, some: (list) => list[below(list.length)], chance: (share) => next() < share }
}

const two = (number) => String(number).padStart(2, '0')

/** Names as they are spread: some signs are far more common than others. */
const common = (random, list) => list[Math.floor(list.length * random.next() ** 1.6)]

function nameOf(random, surname) {
  const length = random.chance(0.82) ? 2 : 1
  return surname + Array.from({ length }, () => common(random, given)).join('')
}

function numberOf(random, birth, sex, area) {
  const serial = random.below(500) * 2 + (sex === '男' ? 1 : 0)
  const first = `${area}${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first + checkOf(first)
}

/** `count` children born in 15 years: twins, siblings under one roof, and strangers who are called the same. */
export function people(count, random) {
  const areas = Array.from({ length: 10 }, (_, at) => `9978${two(21 + at)}`)
  const all = []
  while (all.length < count) {
    const surname = common(random, surnames)
    const guardian = nameOf(random, random.chance(0.7) ? surname : common(random, surnames))
    const other = nameOf(random, common(random, surnames))
    const address = `${random.some(towns)}镇${random.some(villages)}村${1 + random.below(12)}组${1 + random.below(200)}号`
    const area = random.some(areas)
    const children = random.chance(0.35) ? 2 : 1
    let birth = ''
    for (let at = 0; at < children && all.length < count; at += 1) {
      const isTwin = at > 0 && random.chance(0.05)
      if (!isTwin) birth = `${2006 + random.below(15)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
      const sex = random.chance(0.52) ? '男' : '女'
      const first = all.at(-1)
      // Siblings often share a sign of their names.
      const name =
        at > 0 && first.name.length === 3 && random.chance(0.4)
          ? first.name.slice(0, 2) + common(random, given)
          : nameOf(random, surname)
      const identity = numberOf(random, birth, sex, area)
      all.push({ key: `p${all.length}`, identity, name, birth, sex, guardian, other, address })
    }
  }
  return all
}

const replaceAt = (text, at, sign) => text.slice(0, at) + sign + text.slice(at + 1)
const otherDigit = (random, digit) => String((Number(digit) + 1 + random.below(9)) % 10)

const swapAt = (text, at) => replaceAt(replaceAt(text, at, text[at + 1]), at + 1, text[at])

/** Slips in a number: a wrong digit, two neighbours swapped, a wrong or lost last sign, none at all. */
export function slipInNumber(number, random) {
  const kind = random.next()
  if (kind < 0.45) {
    const at = random.below(17)
    return replaceAt(number, at, otherDigit(random, number[at]))
  }
  if (kind < 0.7) {
    const places = Array.from({ length: 16 }, (_, at) => at).filter((at) => number[at] !== number[at + 1])
    return swapAt(number, random.some(places))
  }
  if (kind < 0.8) return number.slice(0, 17) + otherDigit(random, number[17] === 'X' ? '5' : number[17])
  if (kind < 0.87) {
    const at = random.below(17)
    return number.slice(0, at) + number.slice(at + 1)
  }
  return undefined
}

const swapSigns = (name, table, random) => {
  const places = [...name].flatMap((sign, at) => (table[sign] === undefined ? [] : [at]))
  if (places.length === 0) return name
  const at = random.some(places)
  return replaceAt(name, at, table[name[at]])
}

/** Slips in a name: heard, seen or written otherwise, a sign that could not be typed, a dot, a space. */
export function slipInName(name, random) {
  const kind = random.next()
  if (kind < 0.35) return swapSigns(name, homophones, random)
  if (kind < 0.6) return swapSigns(name, lookalikes, random)
  if (kind < 0.8) return [...name].map((sign) => traditional[sign] ?? sign).join('')
  if (kind < 0.87) return `${name[0]} ${name.slice(1)}`
  if (kind < 0.92) return replaceAt(name, name.length - 1, '?')
  if (kind < 0.96 && name.length === 3) return name[0] + name[2] + name[1]
  return name.length === 3 ? name[0] + name[2] : name
}

export function slipInBirth(birth, random) {
  const [year, month, day] = birth.split('-')
  if (random.chance(0.4) && Number(day) <= 12) return `${year}-${day}-${month}`
  const at = random.some([3, 6, 9])
  return replaceAt(birth, at, otherDigit(random, birth[at]))
}

/** The same child as another office would have typed it. */
export function typedAgain(person, random) {
  const typed = { ...person, identity: slipInNumber(person.identity, random) }
  if (random.chance(0.2)) typed.name = slipInName(person.name, random)
  // A date that comes out of the number carries the slip of the number.
  if (random.chance(0.1) && /^\d{17}/.test(typed.identity ?? ''))
    typed.birth = `${typed.identity.slice(6, 10)}-${typed.identity.slice(10, 12)}-${typed.identity.slice(12, 14)}`
  else if (random.chance(0.08)) typed.birth = slipInBirth(person.birth, random)
  if (random.chance(0.02)) typed.sex = person.sex === '男' ? '女' : '男'
  if (random.chance(0.15)) typed.guardian = person.other
  else if (random.chance(0.1)) typed.guardian = undefined
  if (random.chance(0.5))
    typed.address = person.address.replace(/\d+组/, '').replace(/镇/, random.chance(0.5) ? '乡' : '镇')
  else if (random.chance(0.15)) typed.address = undefined
  return typed
}
