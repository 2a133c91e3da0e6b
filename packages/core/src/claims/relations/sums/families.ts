/** Kinds that exclude one another; where the listed ones are all there can be, their sum is the whole. */
interface Family {
  readonly members: readonly RegExp[]
  /** How many different members make a whole, as far as one can tell. */
  readonly complete: number
  /** Any of the members, for a first look. */
  readonly any: RegExp
}

const family = (complete: number, ...members: readonly RegExp[]): Family => ({
  members: members.map(({ source }) => new RegExp(source, 'g')),
  complete,
  any: new RegExp(members.map(({ source }) => source).join('|')),
})

/** 非在编 is not 在编: where a member's name holds another's, the other's does not follow what turns it into its opposite. */
const FAMILIES: readonly Family[] = [
  family(2, /男/, /女/),
  family(2, /行政/, /事业/),
  family(2, /(?<!非)专任/, /非专任|工勤|教辅|职员|后勤/),
  family(2, /常务会|党委会|党组会/, /专题会|办公会/),
  family(2, /县城|城区/, /农村|乡村/),
  family(2, /基本支出/, /项目支出/),
  family(3, /货物/, /工程/, /服务/),
  family(2, /人员经费/, /公用经费/, /项目经费/),
  family(2, /学生用/, /教师用|教学用/),
  family(2, /企业/, /乡贤|个人|群众/),
  family(2, /现场整改|立行立改/, /限期整改/),
  family(2, /(?<!未)(?:竣工|完工|建成|投用)/, /在建|续建|施工|封顶|未/, /基础|前期|待/),
  family(2, /双方/, /单方|一方/),
  family(3, /教学及辅助|教学辅助/, /行政办公/, /生活/),
  family(2, /普高|普通高中|高中/, /中职|职高|职教/, /未升学|未录取/),
  family(2, /公办|公立|公益/, /民办|私立/),
  family(2, /城区|城镇|城市|县城|城关/, /农村|乡镇|乡村|村/),
  family(2, /上级|中央|省|专项/, /县级|本级|配套|区级|地方|自筹|自有|县财政|区财政/),
  family(2, /镇$/, /乡$/),
  family(3, /特殊教育|特校|特教/, /随班就读/, /送教/),
  family(2, /春季|春期|上学期|上半年|第一学期/, /秋季|秋期|下学期|下半年|第二学期/),
  family(2, /编内/, /编外/),
  family(2, /一般债/, /专项债/),
  family(2, /住校|(?<!非)(?:寄宿|住宿)/, /走读|非寄宿|非住宿/),
  family(2, /(?<![非不])在编|编制内|公办教师/, /[非不]在编|编外|聘用|临聘|代课|合同/),
  family(2, /汉族/, /少数民族/),
  family(2, /东部/, /中部/, /西部/, /东北/),
  family(2, /本县|本地|户籍|县内|区内|市内/, /外来|随迁|外地|县外|区外|市外/),
  family(
    3,
    /幼儿园|学前|幼儿/,
    /小学/,
    /初中|初级中学/,
    /九年一贯/,
    /完全中学|完中/,
    /高中/,
    /中职|职业|职高|职校/,
    /特殊教育|特教|特校/,
    /教学点/,
  ),
  family(3, /中央/, /省/, /市/, /县|区/, /自筹|社会|乡镇|镇级/),
  family(3, /本科/, /硕士/, /博士/),
  family(3, /研究生|硕士|博士/, /本科/, /专科|大专/, /中专(?!任)|高中/),
  family(3, /高级/, /中级|一级/, /初级|二级|三级/, /未定级|未评/),
  family(2, /新建/, /改扩建|改建/, /(?<!改)扩建/, /迁建/, /维修|修缮/),
  family(2, /(?<!不)(?:合格|达标)/, /不合格|不达标/),
  family(3, /优秀|优等/, /良好/, /(?<!不)(?:合格|称职)/, /不合格|不称职/),
  family(3, /财政|拨款/, /附加/, /捐赠|捐资/, /专项/, /事业收入|收费/, /其他/),
]

/** Words that an item of a list by time begins with. */
const TIME =
  /(?:19|20)\d\d年|[今去前]年|上年|本年|第[一二三四五六七八九十]年|头一年|[上下]半年|[春秋][季期]|[上下]学期|第?[一二三四]季度/
/** A whole that is told of more than one such time. */
const TIMES =
  /[两三四五六七八]年|(?:19|20)\d\d年?[-—~至到](?:19|20)\d\d|以来|累计|全年|全学年|一年|期间|学年|[两三四]个(?:年度|学期|学年)/

/** 三年补充教师415名，2021年108名，2022年136名，2023年171名: a whole of some years, and each of them. */
function isByTime(parts: readonly string[], whole: string): boolean {
  const times = parts.map((part) => TIME.exec(part)?.[0])
  return TIMES.test(whole) && times.every((time) => time !== undefined) && new Set(times).size === parts.length
}

/** Whether parts, by the words before each, belong to one family, and whether they are all of it. */
export function familyOf(parts: readonly string[], whole: string): 'none' | 'some' | 'all' {
  if (isByTime(parts, whole)) return 'all'
  for (const { members, complete, any } of FAMILIES) {
    if (!parts.every((part) => any.test(part))) continue
    const found = parts.map((part) => lastMember(members, part))
    if (found.some((member) => member < 0)) continue
    const distinct = new Set(found).size
    if (distinct < parts.length) continue
    // 普惠性民办园 is not all of 民办园, and 优秀教师 are some of the teachers; 优秀 alone is a grade that all may have.
    if (parts.some((part) => /普惠|骨干|优秀(?!等|档)[\u4e00-\u9fff]|农村户|贫困|困难/.test(part))) return 'some'
    if (isCompulsory(whole, parts)) return 'all'
    return distinct >= complete ? 'all' : 'some'
  }
  if (parts.every((part) => /其他|其它|其余/.test(part) === false) || parts.length < 2) return 'none'
  return 'all'
}

function lastMember(members: readonly RegExp[], text: string): number {
  let best = { member: -1, at: -1 }
  for (const [member, pattern] of members.entries()) {
    const at = [...text.matchAll(pattern)].at(-1)?.index ?? -1
    if (at > best.at) best = { member, at }
  }
  return best.member
}

/** Primary and junior secondary schools are all of compulsory education. */
function isCompulsory(whole: string, parts: readonly string[]): boolean {
  return (
    /义务教育|(?<!其)中小学/.test(whole) &&
    parts.some((part) => /小学/.test(part)) &&
    parts.some((part) => /初中|中学/.test(part))
  )
}
