import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import { inventPerson, inventPhone } from '../rosters/invented-people.ts'
import {
  type AddedChild,
  addedChildren,
  mistype,
  mistypedChildren,
  plantedPerson,
  plantedTownshipCode,
} from './planted-children.ts'

/** Children of a township's register who are in a school of the county, in the order of the register. */
export function childrenInside(rows: readonly AnswerRow[], township: string): AnswerRow[] {
  return rows.filter(
    ({ register, answers }) =>
      register === 'child_register' && answers.township_code === township && answers.child_state === '县内就读',
  )
}

/** 适龄儿童少年名册 and 乡镇基本情况表 with the planted children, counts of townships included. */
export function plantInChildRegister(rows: readonly AnswerRow[], year: number): AnswerRow[] {
  const typed = new Map<AnswerRow, string>()
  for (const { township, at, how } of mistypedChildren) {
    const row = childrenInside(rows, plantedTownshipCode(township))[at]
    if (row !== undefined) typed.set(row, mistype(String(row.answers.id_number), how))
  }
  const kept = rows.map((row) => {
    const number = typed.get(row)
    if (number !== undefined) return { ...row, answers: { ...row.answers, id_number: number } }
    return row.register === 'township_basics' ? { ...row, answers: countedWith(row.answers) } : row
  })
  return [...kept, ...addedChildren.map((child, k) => addedRow(child, k, year))]
}

const stateColumns: Readonly<Record<string, string>> = {
  县内就读: 'children_inside',
  县外就读: 'children_outside',
  未入学: 'children_not_enrolled',
  辍学: 'children_not_enrolled',
}

/** What a township says of its children, with those that are added. */
function countedWith(answers: Answers): Answers {
  const counted = { ...answers }
  for (const child of addedChildren) {
    if (plantedTownshipCode(child.township) !== answers.township_code) continue
    for (const column of ['age_children', stateColumns[child.state] ?? 'children_other'])
      counted[column] = Number(counted[column] ?? 0) + 1
  }
  return counted
}

function addedRow(child: AddedChild, k: number, year: number): AnswerRow {
  const code = plantedTownshipCode(child.township)
  const person = plantedPerson(child)
  const child_no = `F${String(k + 1).padStart(4, '0')}`
  return {
    register: 'child_register',
    year,
    unit: `${code}/${child_no}`,
    answers: {
      township_code: code,
      village: `${(k % 9) + 1}村`,
      child_no,
      child_name: person.name,
      id_number: person.idNumber,
      gender: person.gender,
      birth_on: person.bornOn,
      child_state: child.state,
      ...(child.attended === undefined ? {} : { attended_school: child.attended }),
      ...(child.proof === undefined ? {} : { enrolment_proof: child.proof }),
      ...(child.visits === undefined ? {} : { visit_count: child.visits }),
      child_disabled: yesNo(child.disabled === true),
      home_address: `${child.township}${(k % 9) + 1}村${k + 1}号`,
      guardian: inventPerson(`enrolment/${child.id}/guardian`, year - 38, k).name,
      guardian_phone: inventPhone(`enrolment/${child.id}`),
    },
  }
}
