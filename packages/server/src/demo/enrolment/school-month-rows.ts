import { groupBy } from '@eduduty/core/collection'
import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import { type AbsentPupil, absentPupils, codeOfSchool, doubleRolls } from './planted-children.ts'

const months = ['9', '10', '11'] as const
type Month = (typeof months)[number]

/** The pupils of one school in the order of its roster. */
export type PupilsOf = ReadonlyMap<string, readonly AnswerRow[]>

/** Rows of the second roll of pupils who are on two. */
export function secondRolls(pupils: PupilsOf): AnswerRow[] {
  return doubleRolls.flatMap(({ from, to, at }) => {
    const row = pupils.get(codeOfSchool(from))?.[at]
    if (row === undefined) return []
    const school = codeOfSchool(to)
    const number = String(row.answers.pupil_no)
    const same = pupils.get(school)?.[0]?.answers ?? {}
    const place = { school_code: school, school_name: to, pupil_class: same.pupil_class ?? '101' }
    return [
      {
        ...row,
        unit: `${school}/二${at}`,
        answers: { ...row.answers, ...place, pupil_no: `J${number.slice(1)}` },
      },
    ]
  })
}

interface SchoolMonth {
  readonly year: number
  readonly code: string
  readonly name: string
  readonly classes: readonly AnswerRow[]
  readonly pupils: readonly AnswerRow[]
}

/** 在校人数统计表, 缺勤学生名册 and 学籍变动登记表 of every school; the counts are those of the named. */
export function schoolMonthRows(year: number, classes: readonly AnswerRow[], pupils: PupilsOf): AnswerRow[] {
  const bySchool = groupBy(classes, ({ answers }) => String(answers.school_code))
  return [...bySchool].flatMap(([code, own]) => {
    const name = String(own[0]?.answers.school_name)
    const school = { year, code, name, classes: own, pupils: pupils.get(code) ?? [] }
    return months.flatMap((month) => monthRows(school, month)).concat(transferRows(school))
  })
}

function monthRows(school: SchoolMonth, month: Month): AnswerRow[] {
  const absentees = absenteesOf(school, month)
  const changes = changesOf(school).filter(([, when]) => when === month)
  const counts = school.classes.map((row, k): AnswerRow => {
    const code = String(row.answers.class_code)
    const own = absentees.filter(({ pupil }) => pupil.answers.pupil_class === code)
    const unexcused = own.filter(({ kind, back }) => kind === '无故缺勤' && back === undefined).length
    const onRoll = Number(row.answers.class_size ?? 0)
    const home = school.pupils.filter(
      ({ answers }) => answers.pupil_class === code && answers.pupil_state === '送教上门',
    ).length
    const first = (kind: string): number => (k === 0 ? changes.filter(([change]) => change === kind).length : 0)
    return {
      register: 'attendance_counts',
      year: school.year,
      unit: `${school.code}/${month}/${code}`,
      answers: {
        school_code: school.code,
        school_name: school.name,
        counted_month: `${month}月`,
        class_code: code,
        class_stage: row.answers.class_stage ?? '小学',
        counted_on: `${school.year}-${month.padStart(2, '0')}-${month === '9' ? '10' : '20'}`,
        on_roll: onRoll,
        present: onRoll - own.length - home,
        on_leave: own.length - unexcused,
        unexcused,
        suspended: 0,
        taught_at_home: home,
        moved_in: first('转入'),
        moved_out: first('转出'),
        dropped: first('辍学'),
        brought_back: first('辍学后复学'),
      },
    }
  })
  return [...counts, ...absentees.map((one) => absenceRow(school, month, one))]
}

interface Absentee extends Pick<AbsentPupil, 'since' | 'days' | 'kind' | 'contacted' | 'visits'> {
  readonly pupil: AnswerRow
  readonly excuse?: string
  readonly back?: string
}

/** The planted, and one pupil in every sixth class who has a cold. */
function absenteesOf({ year, name, classes, pupils }: SchoolMonth, month: Month): Absentee[] {
  const planted = absentPupils
    .filter((one) => one.school === name && one.month === month)
    .flatMap(({ at, since, days, kind, contacted, visits, excuse, back }) => {
      const pupil = pupils[at]
      const more = { ...(excuse !== undefined && { excuse }), ...(back !== undefined && { back }) }
      return pupil === undefined ? [] : [{ pupil, since, days, kind, contacted, visits, ...more }]
    })
  const taken = new Set(planted.map(({ pupil }) => pupil))
  const day = `${year}-${month.padStart(2, '0')}-${month === '9' ? '09' : '19'}`
  const ill = classes.flatMap((row, k) => {
    if (k % 6 !== 0) return []
    const own = pupils.filter(
      (pupil) => pupil.answers.pupil_class === row.answers.class_code && pupil.answers.pupil_state === '在校',
    )
    const pupil = own[(Number(month) * 3) % Math.max(1, own.length)]
    if (pupil === undefined || taken.has(pupil)) return []
    return [{ pupil, since: day, days: 2, kind: '病假', excuse: '感冒', contacted: true, visits: 0 }]
  })
  return [...planted, ...ill]
}

function absenceRow({ year, code, name }: SchoolMonth, month: Month, one: Absentee): AnswerRow {
  return {
    register: 'absence_roster',
    year,
    unit: `${code}/${month}/${one.pupil.unit}`,
    answers: {
      school_code: code,
      school_name: name,
      counted_month: `${month}月`,
      ...pick(one.pupil.answers, [
        ...['pupil_no', 'pupil_name', 'id_number', 'gender', 'birth_on', 'pupil_stage', 'pupil_grade', 'pupil_class'],
        ...['home_address', 'guardian', 'guardian_phone'],
      ]),
      first_absent_on: one.since,
      days_absent: one.days,
      absence_kind: one.kind,
      ...(one.excuse === undefined ? {} : { excuse: one.excuse }),
      contacted: yesNo(one.contacted),
      school_visits: one.visits,
      ...(one.contacted ? { contacted_on: one.since } : {}),
      ...(one.back === undefined ? {} : { returned_on: one.back }),
    },
  }
}

type Change = readonly [kind: string, month: Month, pupil: number, accepted?: boolean]

/** Changes of the roll of a school: every school took in a pupil; the others are few. */
function changesOf({ code, name }: SchoolMonth): Change[] {
  const left: Change[] = Number(code) % 3 === 0 ? [['转出', '10', -1, true]] : []
  if (name === '石桥镇初级中学')
    return [
      ['转入', '9', 3],
      ['转出', '10', 720, false],
      ['辍学', '9', 400],
      ['辍学后复学', '11', 400],
    ]
  if (name === '南山乡初级中学') return [['转入', '9', 3], ['辍学', '10', -1], ...left]
  return [['转入', '9', 1], ...left]
}

function transferRows(school: SchoolMonth): AnswerRow[] {
  return changesOf(school).map((change, k) => transferRow(school, change, k))
}

function transferRow(school: SchoolMonth, [kind, month, at, accepted]: Change, k: number): AnswerRow {
  const { year, code, name, pupils } = school
  const transfer_no = `B${String(k + 1).padStart(3, '0')}`
  // Who has left is on the roster no more: one who was there a year before stands for them.
  const answers = (pupils[at] ?? pupils[pupils.length - 2] ?? pupils[0])?.answers ?? {}
  const gone = at < 0 ? { pupil_no: `L${county99(code, k)}`, id_number: null, pupil_name: '严望舒' } : {}
  return {
    register: 'transfers',
    year,
    unit: `${code}/${transfer_no}`,
    answers: {
      school_code: code,
      school_name: name,
      transfer_no,
      ...pick(answers, ['pupil_no', 'pupil_name', 'id_number', 'gender', 'birth_on', 'pupil_stage', 'pupil_grade']),
      ...gone,
      roll_change: kind,
      changed_on: `${year}-${month.padStart(2, '0')}-08`,
      ...(kind === '转入' || kind === '转出'
        ? { other_school: '邻县实验学校（虚构）', other_place: '邻县', within_county: '否' }
        : {}),
      ...(accepted === undefined ? {} : { accepted: yesNo(accepted) }),
      ...(accepted === true ? { accepted_on: `${year}-${month.padStart(2, '0')}-12`, change_proof: '转学联系函' } : {}),
    },
  }
}

const county99 = (code: string, k: number): string => `990121${code.slice(-6)}${String(k).padStart(6, '0')}`

function pick(answers: Answers, columns: readonly string[]): Answers {
  return Object.fromEntries(columns.map((column) => [column, answers[column] ?? null]))
}
