/**
 * The letters that the passwords seen most often in leaks are made of: English and Chinese (pinyin) words, keyboard
 * walks and what clerks are told as a first password. Digits and signs around them do not make them better.
 */
const roots = new Set(
  `password passwd passw0rd pass word admin administrator root user guest test tester testing temp login welcome hello
  master manager system server oracle mysql postgres database computer internet network windows microsoft huawei lenovo
  iloveyou loveyou love lovely forever sunshine princess monkey dragon football baseball basketball superman batman
  michael jordan shadow charlie freedom whatever trustno letmein starwars killer hunter secret summer winter spring
  autumn january monday changeme default qwerty qwertyuiop qwertyui qwert asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv
  qazwsx qazwsxedc wsxedc qweasd qweasdzxc qweqwe asdasd zaqxsw qaz wsx abc abcd abcde abcdef abcdefg abcdefgh
  abcdefghij aaa aaaa aabb xxx woaini woaiwojia woaizuguo nihao nihaoma zhongguo zhonghua beijing shanghai guangzhou
  shenzhen woaibeijing woaizhongguo mima wodemima mimamima denglu guanliyuan yonghu ceshi xitong chushi chushimima
  caonima tiankong taiyang laopo laogong baobao baobei xiaoxiao zhangwei wangwei liwei zhangsan lisi wangwu aini
  aishiteru sushe xuexiao xuesheng laoshi jiaoyu jiaoyuju dudao dudaoban jiaowei zhengfu caizheng keji shuju wangluo
  zhanghao kaoshi chengji china chinese school teacher student education government edu gov duty office clerk county
  xiaoxue zhongxue chuzhong gaozhong gaoji zhongxin shiyan youeryuan jiaotiju jiaowuchu xiaozhang banzhuren xian shi
  sheng qu zhen xiang cun jie ju zhongdian gongwu gongzuo bangong bangongshi wenjian ziliao biaoge shuzi anquan shenji
  xitongguanliyuan yiwu junheng ruxue kongchuo baobiao tongji ceping zhidao renmin gongchandang gongheguo xinnian kuaile
  wansui jiayou fuwu weirenminfuwu youxiang dianhua shouji weima kaimen zhima zhimakaimen meiyou buzhidao suibian
  chunjie xihuan pengyou tongxue gongsi woshi woyao wode nide ni wo ta hao ai
  anhui aomen chongqing fujian gansu guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu
  jiangxi jilin liaoning neimenggu ningxia qinghai shaanxi shandong shanxi sichuan taiwan tianjin xianggang xinjiang
  xizang yunnan zhejiang jan feb mar apr may jun jul aug sep oct nov dec
  pssword qwer tyui poiuy mnbvcxz lkjhgfdsa alibaba taobao tencent weixin wechat baidu qqqq`
    .split(/\s+/)
    .filter((root) => root !== ''),
)

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '!': 'i',
  '7': 't',
}

/** Signs that stand above the digits on the keyboard: `!QAZ@WSX` is walked like `1qaz2wsx`. */
const shifted: Readonly<Record<string, string>> = {
  '!': '1',
  '@': '2',
  '#': '3',
  $: '4',
  '%': '5',
  '^': '6',
  '&': '7',
  '*': '8',
  '(': '9',
  ')': '0',
}

/** True for passwords that are tried first: common words with digits around them, walks on the keyboard, repetitions. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase()
  const letters = text.replace(/\P{L}/gu, '')
  const disguised = text
    .replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '')
    .replace(/[@431$0!57]/g, (sign) => lookAlikes[sign] ?? sign)
  const unshifted = [...text].map((sign) => shifted[sign] ?? sign).join('')
  return (
    [letters, disguised, disguised.replace(/\P{L}/gu, '')].some((one) => isMadeOf(one, roots)) ||
    [text, unshifted].some((keys) => isWalk(keys) || isWalk(withoutYear(keys))) ||
    isRepetition(text)
  )
}

const mostWords = 4

/** A word of the list, or up to four of them in a row. */
export function isMadeOf(letters: string, words: ReadonlySet<string>): boolean {
  let ends = new Set([0])
  for (let count = 0; count < mostWords; count += 1) {
    const next = new Set<number>()
    for (const from of ends) {
      for (let to = from + 1; to <= letters.length; to += 1) if (words.has(letters.slice(from, to))) next.add(to)
    }
    if (next.has(letters.length)) return true
    ends = next
  }
  return false
}

export const commonWords: ReadonlySet<string> = roots

/** The year or birthday that people put behind or before what they can remember. */
function withoutYear(text: string): string {
  const bare = text.replace(/(?:19|20)\d{2}(?:[01]\d(?:[0-3]\d)?)?[^\p{L}\p{N}]?$/u, '').replace(/^(?:19|20)\d{2}/, '')
  return bare.length >= 3 ? bare : text
}

const walks = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'poiuytrewq',
  'asdfghjkl',
  'lkjhgfdsa',
  'zxcvbnm',
  'mnbvcxz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '!@#$%^&*()',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** Nothing but a few pieces of neighbouring keys or letters: `qwer1234asdf`. */
function isWalk(text: string): boolean {
  let rest = text
  let pieces = 0
  while (rest !== '') {
    const length = longestWalk(rest)
    if (length < 3) return false
    rest = rest.slice(length)
    pieces += 1
  }
  return pieces <= 4
}

function longestWalk(text: string): number {
  let length = 0
  while (length < text.length && walks.some((walk) => walk.includes(text.slice(0, length + 1)))) length += 1
  return length
}

/** One short piece over and over, or very few different characters. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1{2,}.?$/u.test(text) || new Set(text).size <= 3
}
