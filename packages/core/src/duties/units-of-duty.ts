import type { UnitEntry, UnitKind } from '../organizations/index.ts'
import type { Duty, DutyLevel } from '../packs/index.ts'

const kindsOf: Readonly<Record<DutyLevel, readonly UnitKind[]>> = {
  县: ['government'],
  部门: ['department'],
  乡镇: ['township'],
  村: [],
  学校: ['school'],
}

/** What a duty says when it means every department. */
const EVERY = '各部门'

export interface FallsTo {
  readonly units: readonly UnitEntry[]
  /** Departments that the duty names and the county does not have under such a name. */
  readonly unmatched: readonly string[]
}

/** The units of a county on which a duty falls. */
export function unitsOfDuty({ level, lead = [] }: Pick<Duty, 'level' | 'lead'>, units: readonly UnitEntry[]): FallsTo {
  const open = units.filter(({ closed_on: closed, kind }) => closed === null && kindsOf[level].includes(kind))
  if (level !== '部门' || lead.includes(EVERY)) return { units: open, unmatched: [] }
  return departmentsNamed(lead, open)
}

/** Departments by the names that duties give them. */
export function departmentsNamed(names: readonly string[], units: readonly UnitEntry[]): FallsTo {
  const open = units.filter(({ closed_on: closed, kind }) => closed === null && kind === 'department')
  const found = names.map((name) => ({ name, unit: open.find((unit) => isNamed(unit.name, name)) }))
  return {
    units: found.flatMap(({ unit }) => (unit === undefined ? [] : [unit])),
    unmatched: found.flatMap(({ name, unit }) => (unit === undefined ? [name] : [])),
  }
}

/** 示例县教育和体育局 is 县教育局 too: a name begins with its county, and departments are merged. */
function isNamed(full: string, name: string): boolean {
  const plain = name.replace(/^(本)?[县市区]/, '')
  if (full === name || full.endsWith(plain)) return true
  const [, stem = '', end = ''] = /^(.{2,})(局|办|办公室|委员会|部|联合会)$/.exec(plain) ?? []
  return stem !== '' && full.endsWith(end) && full.includes(stem)
}
