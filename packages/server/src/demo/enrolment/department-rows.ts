import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import type { InventedPerson } from '../rosters/invented-people.ts'
import { childrenInside } from './child-register-rows.ts'
import {
  absentPupils,
  addedChildren,
  codeOfSchool,
  oldNumber,
  oldNumberOf,
  plantedPerson,
  plantedTownshipCode,
  unlistedChild,
} from './planted-children.ts'
import type { PupilsOf } from './school-month-rows.ts'

interface Listed {
  readonly answers: Answers
  readonly township: string
  readonly state: string
}

const kinds = ['视力残疾', '听力残疾', '肢体残疾', '智力残疾', '言语残疾', '智力残疾', '多重残疾'] as const
const schooling: Readonly<Record<string, string>> = {
  县内就读: '普通学校随班就读',
  县外就读: '县外就读',
  送教上门: '送教上门',
  延缓入学: '延缓入学',
}

/** 困难家庭、持证残疾、关爱儿童 and 户籍变动, as the departments know the children of `rows`. */
export function departmentRows(rows: readonly AnswerRow[], pupils: PupilsOf, year: number): AnswerRow[] {
  const children = rows.filter(({ register }) => register === 'child_register')
  const usual = children.filter(({ answers }) => String(answers.child_no).startsWith('E'))
  const every = (step: number, from: number): Listed[] =>
    usual
      .filter((row, k) => k % step === from && row.answers.child_state === '县内就读')
      .map(({ answers }) => ({ answers, township: String(answers.township_code), state: '县内就读' }))
  const added = (has: (child: (typeof addedChildren)[number]) => boolean) =>
    addedChildren.filter(has).map((child) => ({ child, listed: listedOf(child) }))
  const old = childrenInside(rows, plantedTownshipCode(oldNumber.township))[oldNumber.at]
  const poor = [
    ...every(60, 7).map((listed) => ({ listed, kind: '脱贫户' })),
    ...added(({ hardship }) => hardship !== undefined).map(({ child, listed }) => ({
      listed,
      kind: child.hardship ?? '',
    })),
    ...absentPupils.flatMap(({ hardship, school, at, township }) => {
      const row = pupils.get(codeOfSchool(school))?.[at]
      if (hardship === undefined || row === undefined) return []
      const answers = { ...row.answers, child_name: row.answers.pupil_name ?? '', attended_school: school }
      return [{ kind: hardship, listed: { answers, township: plantedTownshipCode(township), state: '县内就读' } }]
    }),
    ...(old === undefined
      ? []
      : [
          {
            kind: '特困救助供养',
            listed: {
              answers: { ...old.answers, id_number: oldNumberOf(String(old.answers.id_number)) },
              township: plantedTownshipCode(oldNumber.township),
              state: '县内就读',
            },
          },
        ]),
  ]
  return [
    ...poor.map(({ listed, kind }, k) =>
      childRow(year, 'hardship_children', `P${k + 1}`, listed, {
        hardship_no: `P${k + 1}`,
        household_kind: kind,
        child_state: listed.state,
      }),
    ),
    ...disabledRows(usual, year),
    ...careRows(every(97, 11), year),
    ...moveRows(usual, year),
  ]
}

function disabledRows(usual: readonly AnswerRow[], year: number): AnswerRow[] {
  const listed = usual.filter(({ answers }) => answers.child_disabled === '是')
  const row = (k: number, child: Listed, kind: string, place: string, assessed: boolean): AnswerRow =>
    childRow(year, 'disabled_children', `C${k + 1}`, child, {
      disabled_no: `C${k + 1}`,
      disability_kind: kind,
      disability_grade: (k % 4) + 1,
      disabled_schooling: place,
      expert_assessed: yesNo(assessed),
    })
  const planted = [
    ...addedChildren.flatMap((child) =>
      child.disability === undefined ? [] : [{ child: listedOf(child), of: child.disability }],
    ),
    { child: listedOf({ ...unlistedChild, state: '未入学' }), of: ['听力残疾', '未入学', false] as const },
  ]
  return [
    ...listed.map(({ answers }, k) => {
      const state = String(answers.child_state)
      const child = { answers, township: String(answers.township_code), state }
      return row(k, child, kinds[k % kinds.length] ?? '肢体残疾', schooling[state] ?? '未入学', true)
    }),
    ...planted.map(({ child, of: [kind, place, assessed] }, k) => row(listed.length + k, child, kind, place, assessed)),
  ]
}

function careRows(usual: readonly Listed[], year: number): AnswerRow[] {
  const planted = addedChildren.flatMap((child) =>
    child.care === undefined ? [] : [{ listed: listedOf(child), kind: child.care }],
  )
  const all = [
    ...usual.map((listed, k) => ({ listed, kind: k % 9 === 0 ? '孤儿' : k % 7 === 0 ? '困境儿童' : '留守儿童' })),
    ...planted,
  ]
  return all.map(({ listed, kind }, k) =>
    childRow(year, 'care_children', `G${k + 1}`, listed, {
      care_no: `G${k + 1}`,
      care_kind: kind,
      child_state: listed.state,
    }),
  )
}

/** Who died, moved away or came: the planted ones, and a few who moved within their township's list. */
function moveRows(usual: readonly AnswerRow[], year: number): AnswerRow[] {
  const planted = addedChildren.flatMap((child) =>
    child.change === undefined ? [] : [{ listed: listedOf(child), change: child.change }],
  )
  const came = usual
    .filter((_, k) => k % 5000 === 900)
    .map(({ answers }) => ({
      listed: { answers, township: String(answers.township_code), state: '县内就读' },
      change: ['迁入', `${year}-07-01`] as const,
    }))
  return [...planted, ...came].map(({ listed, change }, k): AnswerRow => {
    const [household_change, household_changed_on, moved_to] = change
    const move_no = `Q${k + 1}`
    return {
      register: 'deaths_and_moves',
      year,
      unit: move_no,
      answers: {
        move_no,
        ...named(listed),
        household_change,
        household_changed_on,
        ...(moved_to === undefined ? {} : { moved_to }),
      },
    }
  })
}

function listedOf(child: {
  readonly id: string
  readonly age: number
  readonly township: '石桥镇' | '南山乡'
  readonly state: string
  readonly attended?: string
  readonly proof?: string
}): Listed {
  const person: InventedPerson = plantedPerson(child)
  return {
    township: plantedTownshipCode(child.township),
    state: child.state,
    answers: {
      child_name: person.name,
      id_number: person.idNumber,
      gender: person.gender,
      birth_on: person.bornOn,
      ...(child.attended === undefined ? {} : { attended_school: child.attended }),
      ...(child.proof === undefined ? {} : { enrolment_proof: child.proof }),
      home_address: `${child.township}（虚构地址）`,
    },
  }
}

const named = ({ answers, township }: Listed): Answers => ({
  child_name: answers.child_name ?? null,
  id_number: answers.id_number ?? null,
  gender: answers.gender ?? null,
  birth_on: answers.birth_on ?? null,
  home_township: township,
  village: answers.village ?? null,
})

function childRow(year: number, register: string, unit: string, listed: Listed, own: Answers): AnswerRow {
  const { answers } = listed
  const known = ['attended_school', 'enrolment_proof', 'home_address', 'guardian', 'guardian_phone']
  return {
    register,
    year,
    unit,
    answers: {
      ...named(listed),
      ...Object.fromEntries(known.flatMap((column) => (answers[column] ? [[column, answers[column]]] : []))),
      ...own,
    },
  }
}
