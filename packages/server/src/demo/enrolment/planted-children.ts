import { getSchool, judgedYear } from '../county.ts'
import { type InventedPerson, inventPerson } from '../rosters/invented-people.ts'
import { townshipArea } from '../staff/demo-areas.ts'

/** The two townships in which children are planted; both stand in the demo's database as a whole. */
export type PlantedTownship = '石桥镇' | '南山乡'

/** What a comparison of registers has to make of a planted child. */
export type PlantedOutcome =
  /** Somebody has to look: the child is in one register and in none of the others. */
  | 'finding'
  /** Two rows of one child whose numbers differ: proposed to a person, merged by nobody. */
  | 'proposal'
  /** Absent from the other register for a reason that counts as enrolled. */
  | 'exempt'
  /** Found by the exact number: nothing to say. */
  | 'none'

/** One child that is planted, and what must come of it. */
export interface PlantedChild {
  readonly id: string
  readonly township: PlantedTownship
  /** 户籍×学籍, 学籍×在校, 残疾×学籍, 困难×学籍, 关爱×学籍, 一人两籍. */
  readonly compared: '户籍×学籍' | '学籍×在校' | '残疾×学籍' | '困难×学籍' | '关爱×学籍' | '一人两籍'
  readonly outcome: PlantedOutcome
  /** In words, as the document of the demo county says it. */
  readonly says: string
}

/** How the number of a child in 适龄儿童少年名册 is typed wrongly. */
export type Mistyping = 'one_digit' | 'swapped' | 'last_sign'

/** A child in school, the `at`-th of the township's, whose household number is typed wrongly. */
interface MistypedChild extends PlantedChild {
  readonly at: number
  readonly how: Mistyping
}

export const mistypedChildren: readonly MistypedChild[] = [
  mistyped('N1', '石桥镇', 10, 'one_digit'),
  mistyped('N2', '石桥镇', 200, 'one_digit'),
  mistyped('N3', '石桥镇', 700, 'swapped'),
  mistyped('N4', '南山乡', 50, 'swapped'),
  mistyped('N5', '南山乡', 300, 'last_sign'),
]

function mistyped(id: string, township: PlantedTownship, at: number, how: Mistyping): MistypedChild {
  const words = { one_digit: '错一位', swapped: '相邻两位颠倒', last_sign: '末位错' }[how]
  const says = `在校学生，户籍名册里的身份证号${words}，与学籍对不上，由人确认是同一个孩子`
  return { id, township, compared: '户籍×学籍', outcome: 'proposal', at, how, says }
}

/** A child that is added to 适龄儿童少年名册, and to other registers by name. */
export interface AddedChild extends PlantedChild {
  readonly state: string
  readonly attended?: string
  readonly proof?: string
  readonly visits?: number
  readonly disabled?: boolean
  /** Years old on 1 September of the judged year. */
  readonly age: number
  /** What 公安 says happened since. */
  readonly change?: readonly [kind: string, day: string, to?: string]
  readonly hardship?: string
  readonly care?: string
  readonly disability?: readonly [kind: string, schooling: string, assessed: boolean]
}

const added = (
  id: string,
  township: PlantedTownship,
  age: number,
  outcome: PlantedOutcome,
  state: string,
  says: string,
  more: Partial<AddedChild> = {},
): AddedChild => ({ id, township, age, outcome, state, says, compared: '户籍×学籍', ...more })

export const addedChildren: readonly AddedChild[] = [
  added('O1', '石桥镇', 13, 'finding', '县内就读', '填县内就读，任何学校都没有学籍：疑似失学', {
    attended: '石桥镇初级中学',
  }),
  added('O2', '石桥镇', 8, 'finding', '县内就读', '脱贫户，填县内就读，没有学籍：疑似失学', {
    attended: '石桥镇中心小学',
    hardship: '脱贫户',
  }),
  added('O3', '石桥镇', 7, 'finding', '未入学', '乡镇已知未入学，走访2次', { visits: 2 }),
  added('O4', '石桥镇', 14, 'finding', '辍学', '监测户，已辍学，走访5次', { visits: 5, hardship: '监测户' }),
  added('O5', '石桥镇', 12, 'finding', '县外就读', '填县外就读，没有就读证明：待补证明', { attended: '县外学校' }),
  added('O6', '石桥镇', 9, 'finding', '县外就读', '填县外就读，没有就读证明：待补证明', { attended: '县外学校' }),
  added('O7', '石桥镇', 10, 'exempt', '县外就读', '县外就读，有就读证明：计入已入学', {
    attended: '邻县实验小学',
    proof: `在读证明（${judgedYear}年9月3日）`,
  }),
  added('O8', '石桥镇', 11, 'exempt', '县内就读', '户口已死亡注销，名册还没有删去', {
    attended: '石桥镇中心小学',
    change: ['死亡注销', `${judgedYear}-07-19`],
  }),
  added('O9', '石桥镇', 8, 'exempt', '县内就读', '户口已迁往外省，名册还没有删去', {
    attended: '石桥镇第二小学',
    change: ['迁出', `${judgedYear}-08-02`, '外省（虚构）'],
  }),
  added('O10', '南山乡', 12, 'finding', '县外就读', '低保户，填县外就读，没有就读证明也没有学籍：待补证明', {
    attended: '县外学校',
    hardship: '低保户',
  }),
  added('D1', '石桥镇', 9, 'finding', '未入学', '智力残疾，已经专家委员会评估，尚未安置', {
    disabled: true,
    visits: 1,
    disability: ['智力残疾', '未入学', true],
  }),
  added('C1', '石桥镇', 14, 'finding', '未入学', '涉案未成年人，尚未返校', { visits: 1, care: '涉案未成年人' }),
]

/** Whom only a department knows: neither in 适龄儿童少年名册 nor on a roll. */
export const unlistedChild: PlantedChild & { readonly age: number } = {
  id: 'D2',
  township: '南山乡',
  compared: '残疾×学籍',
  outcome: 'finding',
  age: 8,
  says: '听力残疾，残联有名、乡镇名册和学籍都没有，也没有评估',
}

/** A pupil of a school, `at` in its roster, who is not in class in the month. */
export interface AbsentPupil extends PlantedChild {
  readonly school: string
  readonly at: number
  readonly month: '10' | '11'
  readonly since: string
  readonly days: number
  readonly kind: string
  readonly excuse?: string
  readonly contacted: boolean
  readonly visits: number
  readonly back?: string
  readonly hardship?: string
}

type Absence = Pick<AbsentPupil, 'since' | 'days' | 'contacted' | 'visits'> & Partial<AbsentPupil>

/** Away without a word in November, until `more` says otherwise; of the school's own township. */
function absent(id: string, school: string, at: number, says: string, more: Absence): AbsentPupil {
  const township: PlantedTownship = school.startsWith('南山乡') ? '南山乡' : '石桥镇'
  return {
    id,
    school,
    at,
    says,
    township,
    compared: '学籍×在校',
    outcome: 'finding',
    month: '11',
    kind: '无故缺勤',
    ...more,
  }
}

const since = `${judgedYear}-10-13`

export const absentPupils: readonly AbsentPupil[] = [
  absent('A1', '石桥镇初级中学', 500, '有学籍，无故缺勤24天，联系不上：疑似辍学', {
    since,
    days: 24,
    contacted: false,
    visits: 1,
  }),
  absent('A2', '石桥镇初级中学', 610, '有学籍，无故缺勤22天，家访2次：疑似辍学', {
    since: `${judgedYear}-10-15`,
    days: 22,
    contacted: true,
    visits: 2,
  }),
  absent('A3', '石桥镇初级中学', 720, '填转出，对方没有接收，也不在校：疑似辍学', {
    since: `${judgedYear}-10-20`,
    days: 20,
    contacted: true,
    visits: 1,
  }),
  absent('A4', '南山乡初级中学', 150, '脱贫户，有学籍，无故缺勤21天：疑似辍学', {
    since,
    days: 21,
    contacted: true,
    visits: 3,
    hardship: '脱贫户',
  }),
  absent('A5', '石桥镇第二小学', 300, '住院请病假26天，有说明：不算疑似辍学', {
    since,
    days: 26,
    kind: '病假',
    excuse: '住院治疗',
    contacted: true,
    visits: 1,
    outcome: 'none',
  }),
  absent('A6', '石桥镇中心小学', 420, '无故缺勤3天，已返校', {
    since: `${judgedYear}-10-14`,
    days: 3,
    month: '10',
    contacted: true,
    visits: 1,
    back: `${judgedYear}-10-17`,
    outcome: 'none',
  }),
]

/** A pupil on the rolls of two schools at once: the `at`-th of the first. */
interface DoubleRoll extends PlantedChild {
  readonly from: string
  readonly to: string
  readonly at: number
}

const twice = (id: string, from: string, to: string, at: number): DoubleRoll => ({
  id,
  from,
  to,
  at,
  says: `同一名学生在${from}、${to}都有学籍`,
  township: '石桥镇',
  compared: '一人两籍',
  outcome: 'finding',
})

export const doubleRolls: readonly DoubleRoll[] = [
  twice('R1', '石桥镇第二小学', '石桥镇中心小学', 100),
  twice('R2', '石桥镇初级中学', '南山乡初级中学', 30),
]

/** A child in school whose number the department still writes with 15 digits. */
export const oldNumber: PlantedChild & { readonly at: number } = {
  id: 'H1',
  township: '石桥镇',
  compared: '困难×学籍',
  outcome: 'proposal',
  at: 60,
  says: '特困供养，部门名册里是15位老号码，与学籍的18位是同一个孩子',
}

export const plantedChildren: readonly PlantedChild[] = [
  ...mistypedChildren,
  ...addedChildren,
  unlistedChild,
  ...absentPupils,
  ...doubleRolls,
  oldNumber,
]

/** The invented person of a child that is added or that only a department knows. */
export function plantedPerson({ id, age }: { readonly id: string; readonly age: number }): InventedPerson {
  return inventPerson(`enrolment/${id}`, judgedYear - 1 - age, Number(id.replace(/\D/g, '')) + 400)
}

export const plantedTownshipCode = (township: PlantedTownship): string => townshipArea(township)

export const codeOfSchool = (name: string): string => getSchool(name).code

/** A number with one mistake in it; it differs from the right one in every case. */
export function mistype(number: string, how: Mistyping): string {
  const signs = [...number]
  if (how === 'one_digit') signs[15] = String((Number(signs[15]) + 3) % 10)
  if (how === 'last_sign') signs[17] = signs[17] === '5' ? '6' : '5'
  if (how === 'swapped') {
    const at = [13, 14, 12, 11, 10].find((place) => signs[place] !== signs[place + 1]) ?? 13
    const [first, second] = [signs[at] ?? '', signs[at + 1] ?? '']
    signs[at] = second
    signs[at + 1] = first
  }
  return signs.join('')
}

/** The number of 15 digits that stood before one of 18. */
export const oldNumberOf = (number: string): string => `${number.slice(0, 6)}${number.slice(8, 17)}`
