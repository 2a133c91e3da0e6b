import { type Bounds, bounds, rational } from '../../../formula/index.ts'
import type { Claim, Kind } from '../../extract/claim.ts'
import { isOfOneStage } from '../../extract/counts.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import type { Dimension } from '../../numbers/units.ts'
import { averageOf } from '../made/average-of.ts'
import { withoutInner } from '../made/list-parts.ts'
import { input, type Question, type Relation, type Tie } from '../relation.ts'

/** What is divided by what, by the words at the number. */
interface Average {
  readonly words: RegExp
  readonly over: (claim: Claim) => boolean
  readonly under: (claim: Claim) => boolean
}

const counts =
  (dimension: readonly Dimension[], kind: Kind) =>
  (claim: Claim): boolean =>
    dimension.includes(claim.token.unit.dimension) && (claim.kind === kind || claim.kind === undefined)

const pupils = counts(['person'], 'pupil')
const staff = counts(['person'], 'staff')
const people = (claim: Claim): boolean => claim.token.unit.dimension === 'person'
const classes = (claim: Claim): boolean =>
  claim.token.unit.dimension === 'class' || (claim.kind === 'class' && claim.token.unit.dimension !== 'person')
const schools = (claim: Claim): boolean => claim.token.unit.dimension === 'place' || claim.kind === 'school'

const AVERAGES: readonly Average[] = [
  { words: /班额|班均|平均每班|每班平均|每班/, over: pupils, under: classes },
  { words: /生师比|师生比/, over: pupils, under: staff },
  {
    words: /生均|每生|平均每名学生|每百名学生|每名学生/,
    over: (claim) => claim.token.unit.dimension !== 'person',
    under: pupils,
  },
  { words: /师均|每名教师/, over: (claim) => claim.token.unit.dimension !== 'person', under: staff },
  { words: /校均|平均每[所校]|每校平均|每校|每所/, over: (claim) => !schools(claim), under: schools },
  {
    words: /每平方米|每亩/,
    over: (claim) => claim.token.unit.dimension === 'money',
    under: ({ token }) => token.unit.dimension === 'area' || token.unit.dimension === 'land',
  },
  {
    words: /人均|平均每人|每人/,
    over: ({ token }) => token.unit.dimension !== 'person' && token.unit.dimension !== 'visit',
    under: (claim) => people(claim) || claim.token.unit.word.startsWith('人次'),
  },
]

/** 平均每辆接送49人: whatever is counted in this unit. */
const averagePerUnit = (word: string): Average => ({
  words: /每/,
  over: () => true,
  under: ({ token }) => token.unit.word === word,
})

/** 平均每个责任区14所: whatever is named so. */
const averagePer = (noun: string): Average => ({
  words: /每/,
  over: () => true,
  under: (claim) => `${claim.quantity}${/^[^,;。、]{0,8}/.exec(claim.after)?.[0] ?? ''}`.includes(noun),
})

const isAmount = ({ role }: Claim): boolean => role === 'level' || role === 'change'

/** Averages with what they are averages of, and amounts to each with how many there are and what it comes to. */
export function averageQuestions(passage: Passage): readonly Question[] {
  return passage.claims.flatMap((each, at) => {
    if (each.role !== 'each' && each.token.unit.dimension !== 'ratio') return []
    // 按生师比1000:1应配43名: what is due, and not what there is.
    if (each.token.unit.dimension === 'ratio' && /按[^,;]{0,8}比(?:例)?$/.test(each.near)) return []
    const around = passage.claims
      .slice(Math.max(0, at - 10), at + 5)
      .filter((claim) => claim !== each && isAmount(claim) && Math.abs(claim.sentence - each.sentence) <= 1)
    const readings = AVERAGES.filter(({ words }) => words.test(each.near) || words.test(each.token.unitText)).flatMap(
      (average) => readingsOf(each, average, around).filter(({ inputs }) => isOfOneStage([passage], inputs)),
    )
    const generic = /每(?:个|所|名|间|栋|台)?([\u4e00-\u9fff]{2,6})$/.exec(each.near)?.[1]
    if (generic !== undefined) readings.push(...readingsOf(each, averagePer(generic), around))
    const classifier = /[每一]([辆台间栋套班户期座册场次批处件项个所名])/.exec(each.near)?.[1]
    if (classifier !== undefined) readings.push(...readingsOf(each, averagePerUnit(classifier), around))
    const counted = /(人次|[笔户件项辆场次台])(?:均|平均)/.exec(each.near)?.[1]
    if (counted !== undefined) readings.push(...readingsOf(each, averagePerUnit(counted), around))
    const products = each.token.unit.dimension === 'ratio' ? [] : productsOf(each, around)
    // What stands right beside it leaves no other reading.
    const told = [...readings, ...products]
    const isOwn = ({ target, inputs }: Relation) => [target, ...inputs].every(({ segment }) => segment === each.segment)
    const alone = told.some(({ tie }) => tie === 'stated') ? told.filter(isOwn) : []
    const all = besideOf(each, around) ?? (alone.length > 0 ? alone : told)
    return all.length === 0 ? [] : [{ readings: all }]
  })
}

function readingsOf(each: Claim, average: Average, around: readonly Claim[]): Relation[] {
  const unders = around.filter(average.under)
  const overs = around.filter((claim) => average.over(claim) && fits(each, claim) && !isLess(claim, each))
  const own = (claims: readonly Claim[]) => claims.filter(({ segment }) => segment === each.segment).length
  const isOnly = (...sides: readonly (readonly Claim[])[]) =>
    sides.every((side) => side.length === 1 && side[0]?.sentence === each.sentence)
  return overs.flatMap((over) =>
    unders
      .filter((under) => under !== over && !rational.isZero(under.value) && !isNameless(each, over, under))
      .map((under) => {
        const alone =
          own(overs) === 1 && own(unders) === 1 && over.segment === under.segment && over.segment === each.segment
        return averageOf(
          each,
          over,
          under,
          alone
            ? 'stated'
            : isOnly(overs, unders) ||
                isOfOneName(over, under) ||
                isRatio(each, over, under, around) ||
                isRightAfter(each, over, under)
              ? 'probable'
              : 'likely',
        )
      }),
  )
}

/** 检查36次，出动412人次，平均每次11.4人次: both right before, the last in the unit of the average, the other in that named. */
const isRightAfter = (each: Claim, over: Claim, under: Claim): boolean =>
  over.id === each.id - 1 &&
  under.id === each.id - 2 &&
  under.segment === each.segment &&
  over.token.unit.word === each.token.unit.word &&
  (each.near.endsWith(`每${under.token.unit.word}`) || each.near.endsWith(`${under.token.unit.word}均`))

/** 综合楼用去268万元…。综合楼建筑面积1675平方米，每平方米1600元: both bear one name, and no unit of theirs. */
function isOfOneName(over: Claim, under: Claim): boolean {
  const name = /^(?:其中|新建|改建|改造)?([\u4e00-\u9fff]{3})/.exec(under.near)?.[1]
  return over.token.unit.dimension === 'money' && name !== undefined && over.near.includes(name)
}

/** A ratio of two numbers of people of whom neither is said to be pupils or teachers says nothing. */
const isNameless = (each: Claim, over: Claim, under: Claim): boolean =>
  each.token.unit.dimension === 'ratio' && over.kind === undefined && under.kind === undefined

/** What is shared out is no less than what one gets of it: 高0.07万元 is not shared to 9.86万元 each. */
const isLess = (over: Claim, each: Claim): boolean =>
  each.token.unit.dimension !== 'ratio' && rational.compare(over.value, each.value) < 0

/** 生师比19.4:1, after 在校生 and 专任教师 were counted: of those counted last. */
function isRatio(each: Claim, over: Claim, under: Claim, around: readonly Claim[]): boolean {
  const before = around.filter(({ id }) => id < each.id)
  const last = (words: RegExp) => before.findLast(({ near, after }) => words.test(near + after.slice(0, 4)))
  return (
    each.token.unit.dimension === 'ratio' && over === last(/在校|在园|学生|幼儿(?!园)/) && under === last(/专任|教师/)
  )
}

/** What is divided has the unit of the average; a class size counts pupils. */
function fits(each: Claim, over: Claim): boolean {
  const { dimension } = each.token.unit
  return dimension === over.token.unit.dimension || dimension === 'ratio' || dimension === 'plain'
}

/** 每人1250元，3200人，共400万元. */
function productsOf(each: Claim, around: readonly Claim[]): Relation[] {
  const totals = around.filter((claim) => claim.token.unit.dimension === each.token.unit.dimension)
  const counted = around.filter(
    (claim) => COUNTED[each.token.per ?? '']?.includes(claim.token.unit.dimension) ?? isCounted(claim),
  )
  const own = (claims: readonly Claim[]) => claims.filter(({ segment }) => segment === each.segment).length
  const lasting = lastingOf(each, around)
  const isAlone = own(totals) === 1 && own(counted) === 1
  const productTie = (sure: boolean): Tie => (isAlone ? (sure ? 'stated' : 'probable') : 'likely')
  return totals.flatMap((total) =>
    counted
      .filter(
        (count) => !isLess(total, each) && count !== total && count.token.unit.dimension !== total.token.unit.dimension,
      )
      .flatMap((count) =>
        lasting === undefined
          ? timesOf(each).map(([times, sure]) => productOf(each, count, total, times, productTie(sure)))
          : [lastingProduct(each, count, lasting, total, productTie(true))],
      ),
  )
}

/** 每生每天5元、全年200天: for how long, where the text says so. */
const lastingOf = (each: Claim, around: readonly Claim[]): Claim | undefined =>
  around.find(
    ({ token, segment }) =>
      segment === each.segment &&
      ((token.unit.word === '天' && /[天日]/.test(each.near)) || (token.unit.word === '个月' && /月/.test(each.near))),
  )

const lastingProduct = (each: Claim, count: Claim, lasting: Claim, total: Claim, tie: Tie): Relation => ({
  kind: 'each',
  tie,
  target: total,
  inputs: [each, count, lasting],
  compute: (inputs) => bounds.mulBounds(bounds.mulBounds(input(inputs, 0), input(inputs, 1)), input(inputs, 2)),
  words: (shown) => shown.join(' × '),
})

/** 资助118人、每人625元，计7.375万元: the count right before, what it comes to right after. */
function besideOf(each: Claim, around: readonly Claim[]): readonly Relation[] | undefined {
  const own = around.filter(({ segment }) => segment === each.segment)
  const [count, total] = [countBefore(each, own), own.find(({ id }) => id === each.id + 1)]
  if (count === undefined || total === undefined || timesOf(each).length > 1) return undefined
  const isOwn = isCounted(count) && isCountOf(each, count) && COMES_TO.test(total.before)
  if (!isOwn || total.token.unit.dimension !== each.token.unit.dimension) return undefined
  return [productOf(each, count, total, 1, 'stated')]
}

/** 学生46名，小学29名，初中17名，每名1500元: the number right before, or the whole that it and others make up. */
function countBefore(each: Claim, own: readonly Claim[]): Claim | undefined {
  const last = own.find(({ id }) => id === each.id - 1)
  const run = last === undefined ? [] : own.filter((one) => one.id < each.id && isLike(one, last))
  return withoutInner(run).at(-1)
}

/** 每平方米1933元 is no amount for one of 14栋. */
const isCountOf = ({ near, token }: Claim, count: Claim): boolean =>
  count.token.unit.dimension === 'person'
    ? /每[生人名位]|人均|生均/.test(near) || ['生', '人', '学生'].includes(token.per ?? '')
    : near.includes(`每${count.token.unit.word}`) || isCalled(/每([\u4e00-\u9fff])[^每]*$/.exec(near)?.[1], count)

/** 23个班级, 每班: by the noun after the unit. */
const isCalled = (noun: string | undefined, { after }: Claim): boolean => noun !== undefined && after.startsWith(noun)

/** Words between an amount to each and what it comes to. */
const COMES_TO =
  /^[,、]?(?:全年|一年|学期|一?共|合计|共计|计|发放|补助|资助|资金|金额|投入|需要?|为|的?标准|测算|计算|核算|核定|,|:){1,5}$/

/** What 元/生 may be multiplied with. */
const COUNTED: Readonly<Record<string, readonly Dimension[]>> = {
  生: ['person'],
  人: ['person'],
  师: ['person'],
  学生: ['person'],
  班: ['class', 'thing'],
  校: ['place', 'thing'],
  园: ['place', 'thing'],
}

const isCounted = ({ token }: Claim): boolean =>
  ['person', 'class', 'place', 'thing', 'device'].includes(token.unit.dimension)

/** How often a year the amount is paid. */
function timesOf(each: Claim): readonly (readonly [number, boolean])[] {
  const words = each.near + each.token.unitText + each.after.slice(0, 4)
  if (/学期/.test(words))
    return [
      [1, false],
      [2, false],
    ]
  // 每月1050元，一年26.46万元: of a year, or of the months of two terms.
  if (/月/.test(words) && /^[,、]?一年/.test(each.after))
    return [
      [10, false],
      [12, false],
    ]
  if (/月/.test(words))
    return [
      [1, false],
      [9, false],
      [10, false],
      [12, false],
    ]
  if (/[天日]/.test(words))
    return [
      [1, false],
      [200, false],
      [195, false],
    ]
  return [[1, true]]
}

const productOf = (each: Claim, count: Claim, total: Claim, times: number, tie: Tie): Relation => ({
  kind: 'each',
  tie: [count, total].every(({ segment }) => segment === each.segment) ? tie : 'likely',
  target: total,
  inputs: [each, count],
  compute: (inputs) => bounds.mulBounds(bounds.mulBounds(input(inputs, 0), input(inputs, 1)), exactly(times)),
  words: ([each, count]) => `${each} × ${count}${times === 1 ? '' : ` × ${times}`}`,
})

const exactly = (times: number): Bounds => ({ low: rational.fromInteger(times), high: rational.fromInteger(times) })
