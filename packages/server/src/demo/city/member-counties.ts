import type { AnswerRow } from '../answers.ts'
import { county } from '../county.ts'

/** A county of the invented city. */
export interface MemberCounty {
  readonly code: string
  readonly name: string
  /** Townships of the demo county whose schools it has, each with its name here. */
  readonly towns: ReadonlyMap<string, string>
  /** What is different there: another answer for a column of a register. */
  readonly differs: readonly {
    readonly register: string
    readonly column: string
    readonly to: (before: number | string, row: AnswerRow) => number | string
  }[]
}

const times = (factor: number) => (before: number | string) =>
  typeof before === 'number' ? Math.round(before * factor * 100) / 100 : before

/** The demo county with its neighbours; these are small, and what is wrong in each is another thing. */
export const memberCounties: readonly MemberCounty[] = [
  { code: county.code, name: county.name, towns: new Map(county.townships.map((name) => [name, name])), differs: [] },
  {
    code: '990122',
    name: '东岭县',
    towns: new Map([
      ['石桥镇', '桐坪镇'],
      ['柳林镇', '岭东镇'],
      ['南山乡', '鹿角乡'],
    ]),
    differs: [
      { register: 'duty_items', column: 'duty_conclusion', to: () => '未做到' },
      {
        register: 'county_finance',
        column: 'budget_education',
        to: (before, { year }) => times(year === 2025 ? 0.17 : 0.2)(before),
      },
    ],
  },
  {
    code: '990123',
    name: '西川区',
    towns: new Map([
      ['澄江街道', '西关街道'],
      ['青竹镇', '川口镇'],
    ]),
    differs: [
      { register: 'duty_events', column: 'event_occurred', to: () => '否' },
      { register: 'county_finance', column: 'budget_education', to: times(0.32) },
    ],
  },
  {
    code: '990124',
    name: '北屏县',
    towns: new Map([
      ['龙泉镇', '屏阳镇'],
      ['云峰乡', '雪岭乡'],
    ]),
    differs: [
      { register: 'county_finance', column: 'budget_education', to: times(0.11) },
      { register: 'duty_items', column: 'duty_conclusion', to: (before) => (before === '做到' ? '基本做到' : before) },
    ],
  },
]

/** Rows of the demo county as those of a neighbour: its own codes and names, and what differs. */
export function asMember(rows: readonly AnswerRow[], member: MemberCounty): readonly AnswerRow[] {
  if (member.code === county.code) return rows
  const rename = renamer(member)
  return rows.map((row) => {
    const answers = Object.entries(row.answers).map(([id, value]) => {
      const differs = member.differs.find(({ register, column }) => register === row.register && column === id)
      const plain = typeof value === 'string' ? rename(value) : value
      const isWord = typeof plain === 'string' || typeof plain === 'number'
      return [id, differs === undefined || !isWord ? plain : differs.to(plain, row)] as const
    })
    return { ...row, unit: rename(row.unit), answers: Object.fromEntries(answers) }
  })
}

/** School codes keep their kind and get a serial of their own: no two schools of the city have the same. */
function renamer({ code, name, towns }: MemberCounty): (text: string) => string {
  return (text) => {
    if (/^\d{2}99\d{6}$/.test(text)) return `${text.slice(0, 4)}${code.slice(-1)}${text.slice(5)}`
    let renamed = text.replaceAll(county.code, code).replaceAll(county.name, name)
    for (const [from, to] of towns) renamed = renamed.replaceAll(from, to)
    return renamed
  }
}
