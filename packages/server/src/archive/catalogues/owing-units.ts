import { departmentsNamed, unitsOfDuty } from '@eduduty/core/duties'
import { isCountyWide } from '@eduduty/core/evaluation'
import type { UnitEntry, UnitKind } from '@eduduty/core/organizations'
import type { Duty, Indicator, Pack } from '@eduduty/core/packs'

export interface Owing {
  readonly units: readonly UnitEntry[]
  /** Departments named that the county does not have: its own office owes for them, and the need says so. */
  readonly unmatched: readonly string[]
}

/** The units of a county that owe the materials of an indicator, by the grain at which it is measured. */
export function unitsOfIndicator(pack: Pack, indicator: Indicator, units: readonly UnitEntry[]): Owing {
  const kind = isCountyWide(pack, indicator.grain) ? 'department' : kindOfGrain(indicator.grain)
  if (kind !== 'department') return { units: openOf(units, kind), unmatched: [] }
  return departmentsOf(indicator.responsible ?? [], units)
}

/** Those of a duty: its level says of which kind, its leaders which of them. */
export function unitsOwingDuty(duty: Duty, units: readonly UnitEntry[]): Owing {
  if (duty.level !== '部门') return unitsOfDuty(duty, units)
  const { units: found, unmatched } = unitsOfDuty(duty, units)
  const more = departmentsOf(unmatched, units)
  return { units: distinct([...found, ...more.units]), unmatched: more.unmatched }
}

/** `编办1：编制文件` is what one department brings for a list of all departments. */
export function departmentInTitle(title: string, units: readonly UnitEntry[]): readonly UnitEntry[] {
  const name = /^(\p{Script=Han}{2,8})\d+[：:]/u.exec(title)?.[1]
  return name === undefined ? [] : departmentsOf([name], units).units
}

function kindOfGrain(grain: string): UnitKind {
  if (grain.startsWith('township')) return 'township'
  if (grain.startsWith('kindergarten')) return 'kindergarten'
  return grain.startsWith('department') ? 'department' : 'school'
}

const openOf = (units: readonly UnitEntry[], kind: UnitKind): readonly UnitEntry[] =>
  units.filter((unit) => unit.kind === kind && unit.closed_on === null)

function departmentsOf(names: readonly string[], units: readonly UnitEntry[]): Owing {
  const { units: found, unmatched } = departmentsNamed(names, units)
  const open = openOf(units, 'department')
  const short = unmatched.map((name) => ({ name, unit: shortlyNamed(name, open) }))
  return {
    units: distinct([...found, ...short.flatMap(({ unit }) => (unit === undefined ? [] : [unit]))]),
    unmatched: short.flatMap(({ name, unit }) => (unit === undefined ? [name] : [])),
  }
}

/** 县人社局 is 县人力资源和社会保障局: the letters of the one stand in the other in their order, and only there. */
function shortlyNamed(name: string, departments: readonly UnitEntry[]): UnitEntry | undefined {
  const plain = name.replace(/^(本)?[县市区]/, '')
  if (plain.length < 2) return undefined
  const fits = departments.filter(({ name: full }) => standsIn(plain, full) || standsIn(full, name))
  const whole = fits.filter(({ name: full }) => full.includes(plain))
  const [only, ...others] = whole.length > 0 ? whole : fits
  return others.length === 0 ? only : undefined
}

function standsIn(short: string, full: string): boolean {
  let from = 0
  for (const letter of short) {
    const at = full.indexOf(letter, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}

function distinct(units: readonly UnitEntry[]): readonly UnitEntry[] {
  return [...new Map(units.map((unit) => [unit.unit_id, unit])).values()]
}
