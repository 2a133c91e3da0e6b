import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import { county } from '../county.ts'
import { createRandom } from '../random.ts'
import type { SchoolFigures } from '../school-figures.ts'
import { townshipArea } from '../staff/demo-areas.ts'
import { areaOfTownship, inventPerson, inventPhone } from './invented-people.ts'
import type { RosterPupil } from './pupil-rows.ts'
import { isSpread } from './spread.ts'

export interface TownshipWorld {
  readonly year: number
  readonly all: readonly SchoolFigures[]
  /** Pupils by the code of their school. */
  readonly pupils: ReadonlyMap<string, readonly RosterPupil[]>
  readonly basics: Answers
  readonly disabledChildren: number
}

interface Child {
  readonly state: string
  readonly school: string
  readonly bornOn: string
  readonly name: string
  readonly idNumber: string
  readonly gender: string
}

/** 乡镇基本情况表, 成人教育情况表, 适龄儿童少年名册 and 幼儿园一览表. */
export function townshipRows(world: TownshipWorld): AnswerRow[] {
  const lists = county.townships.map((name) => childrenOf(world, name))
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  let before = 0
  return county.townships.flatMap((name, index) => {
    const code = townshipArea(name)
    const children = lists[index] ?? []
    const kindergartens = kindergartenRows(world.year, name, index)
    const rows = [
      basicsRow(world, { name, code, index, kindergartens: kindergartens.length }, children),
      adultRow(world, { name, code, index }),
      ...children.map((child, k) =>
        childRow(world.year, code, k, child, isSpread(before + k, world.disabledChildren, total)),
      ),
      ...kindergartens,
    ]
    before += children.length
    return rows
  })
}

/** Children with their household in the township: those in its schools, elsewhere, and the few who are not in school. */
function childrenOf({ year, all, pupils }: TownshipWorld, township: string): Child[] {
  const own = all.filter((figures) => figures.school.township === township)
  const inside = own.flatMap(({ school }) =>
    (pupils.get(school.code) ?? [])
      .filter((pupil) => pupil.isLocal && !pupil.atHome)
      .map(({ person: { bornOn, name, idNumber, gender } }) => ({
        state: '县内就读',
        school: school.name,
        bornOn,
        name,
        idNumber,
        gender,
      })),
  )
  const away = Math.ceil(inside.length * AWAY)
  return [...inside, ...invent(year, township, '县外就读', away), ...outOfSchool(year, township)]
}

/** Of those who are in school in the county, as many more go to school elsewhere. */
const AWAY = 0.04

/** The few who are not in school. */
const outOfSchool = (year: number, township: string): Child[] => [
  ...invent(year, township, '延缓入学', 1),
  ...invent(year, township, '辍学', township === '南山乡' ? 1 : 0),
]

const invent = (year: number, township: string, state: string, count: number): Child[] =>
  Array.from({ length: count }, (_, k) => {
    const person = inventPerson(`${township}/${state}/${k}`, year - 8 - (k % 8), k, areaOfTownship(township))
    return { state, school: state === '县外就读' ? '县外学校' : '', ...person }
  })

/**
 * 乡镇基本情况表, 幼儿园一览表, and of 适龄儿童少年名册 those alone who are not in school: who is in school is only counted.
 * One township has not signed the pledge of the year yet.
 */
export function countedTownshipRows(world: Pick<TownshipWorld, 'year' | 'all' | 'basics'>): AnswerRow[] {
  return county.townships.flatMap((name, index) => {
    const code = townshipArea(name)
    const out = outOfSchool(world.year, name)
    const kindergartens = kindergartenRows(world.year, name, index)
    const basics = basicsRow(world, { name, code, index, kindergartens: kindergartens.length }, [
      ...countedChildren(world, name),
      ...out,
    ])
    const signed = index === UNSIGNED ? `${world.year - 1}-03-12` : `${world.year}-03-12`
    return [
      {
        register: basics.register,
        year: basics.year,
        unit: basics.unit,
        answers: { ...basics.answers, pledge_signed_on: signed },
      },
      ...out.map((child, k) => childRow(world.year, code, k, child, false)),
      ...kindergartens,
    ]
  })
}

/** The township that still owes the pledge of the year. */
const UNSIGNED = 1

function countedChildren({ all }: Pick<TownshipWorld, 'all'>, township: string): { readonly state: string }[] {
  const own = all.filter(({ school }) => school.township === township)
  const inside = own.reduce((sum, { primary, junior }) => sum + (primary?.pupils ?? 0) + (junior?.pupils ?? 0), 0)
  const states = (state: string, count: number) => Array.from({ length: count }, () => ({ state }))
  return [...states('县内就读', inside), ...states('县外就读', Math.ceil(inside * AWAY))]
}

interface Township {
  readonly name: string
  readonly code: string
  readonly index: number
}

function basicsRow(
  world: Pick<TownshipWorld, 'year' | 'all' | 'basics'>,
  { name, code, index, kindergartens }: Township & { readonly kindergartens: number },
  children: readonly Pick<Child, 'state'>[],
): AnswerRow {
  const own = world.all.filter((figures) => figures.school.township === name)
  const sum = (count: (figures: SchoolFigures) => number): number =>
    own.reduce((total, figures) => total + count(figures), 0)
  const states = (state: string): number => children.filter((child) => child.state === state).length
  return {
    register: 'township_basics',
    year: world.year,
    unit: code,
    answers: {
      township_code: code,
      township_name: name,
      township_kind: name.endsWith('街道') ? '街道' : name.slice(-1),
      township_population: 24_000 + index * 1310,
      administrative_villages: villagesOf(world, index),
      compulsory_schools: own.length,
      pupils_primary: sum((figures) => figures.primary?.pupils ?? 0),
      pupils_junior: sum((figures) => figures.junior?.pupils ?? 0),
      age_children: children.length,
      children_inside: states('县内就读'),
      children_outside: states('县外就读'),
      children_not_enrolled: states('辍学'),
      children_other: states('延缓入学'),
      township_kindergartens: kindergartens,
      pledge_signed_on: `${world.year}-03-12`,
    },
  }
}

/** The county's villages over its towns; streets have none. */
function villagesOf({ basics }: Pick<TownshipWorld, 'basics'>, index: number): number {
  const towns = county.townships.filter((name) => !name.endsWith('街道')).length
  const at = index - (county.townships.length - towns)
  const total = Number(basics.villages ?? 0)
  if (at < 0) return 0
  return Math.floor(((at + 1) * total) / towns) - Math.floor((at * total) / towns)
}

function adultRow(world: TownshipWorld, { name, code, index }: Township): AnswerRow {
  const villages = villagesOf(world, index)
  const skill = villages === 0 ? 0 : 2 + (index % 3)
  const answers = {
    township_code: code,
    adult_schools: 1,
    village_schools: Math.floor(villages * 0.8),
    literacy_sessions: 0,
    literacy_persons: 0,
    skill_sessions: skill,
    skill_persons: skill * 46,
    transfer_sessions: 1,
    transfer_persons: 30 + index,
    adult_total_persons: skill * 46 + 30 + index,
    adult_funds: name.endsWith('街道') ? 2.5 : 4.8,
  }
  return { register: 'adult_education', year: world.year, unit: code, answers }
}

function childRow(year: number, code: string, k: number, child: Child, disabled: boolean): AnswerRow {
  const child_no = `E${String(k + 1).padStart(4, '0')}`
  const seed = `${code}/${k}`
  return {
    register: 'child_register',
    year,
    unit: `${code}/${child_no}`,
    answers: {
      township_code: code,
      village: `${(k % 14) + 1}村`,
      child_no,
      child_name: child.name,
      id_number: child.idNumber,
      gender: child.gender,
      birth_on: child.bornOn,
      child_state: child.state,
      ...(child.school === '' ? {} : { attended_school: child.school }),
      ...(child.state === '县外就读' ? { enrolment_proof: `就读学校在读证明（${year}年9月）` } : {}),
      ...(child.state === '延缓入学' ? { delay_approval: `澄教基〔${year}〕缓字${k + 1}号（演示）` } : {}),
      ...(child.state === '辍学' ? { visit_count: 4 } : {}),
      child_disabled: yesNo(disabled),
      guardian: inventPerson(`${seed}/guardian`, year - 38, k).name,
      guardian_phone: inventPhone(seed),
    },
  }
}

function kindergartenRows(year: number, township: string, index: number): AnswerRow[] {
  const short = township.replace(/街道|镇|乡/, '')
  return ['中心幼儿园', '新苗幼儿园', '小太阳幼儿园'].slice(0, township.endsWith('乡') ? 1 : 3).map((name, k) => {
    const random = createRandom(`kindergarten/${township}/${k}`)
    const classes = k === 0 ? random.whole(6, 9) : random.whole(3, 6)
    const children = classes * random.whole(22, 29)
    const teachers = Math.ceil(children / 13)
    const code = `1199${String(index * 10 + k + 1).padStart(6, '0')}`
    const building = children * random.whole(11, 13)
    return {
      register: 'kindergartens',
      year,
      unit: code,
      answers: {
        kindergarten_code: code,
        kindergarten_name: `${short}${name}`,
        kindergarten_township: township,
        kindergarten_kind: k === 0 ? '公办' : k === 1 ? '普惠性民办' : '其他民办',
        licensed: '是',
        kinder_classes: classes,
        kinder_children: children,
        kinder_last_year: Math.floor(children / 3),
        kinder_staff: teachers + 4,
        kinder_teachers: teachers,
        kinder_certified: teachers,
        building_area: building,
        activity_area: Math.floor(building * 0.8),
        outdoor_area: children * random.whole(4, 6),
        picture_books: children * 8,
        supervisor: inventPerson(`supervisor/${code}`, year - 48, k).name,
      },
    }
  })
}
