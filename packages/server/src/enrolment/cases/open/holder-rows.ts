import type { CaseLine } from '@eduduty/core/packs'
import type { CaseUnit, CaseUnits } from './case-units.ts'

/** What a copy says of its holder, from a day on; one row for the township, which leads, the school if there is one, and the county. */
export function holderRows({ county, township, school }: CaseUnits, from: string) {
  const holders: readonly (readonly [CaseLine, CaseUnit])[] = [
    ['乡镇', township],
    ...(school === undefined ? [] : [['学校', school] as const]),
    ['县', county],
  ]
  return holders.map(([line, unit], at) => ({
    holding_no: at + 1,
    org_path: unit.path,
    unit_id: unit.id,
    unit_name: unit.name,
    line,
    from_on: from,
    until_on: null,
    is_lead: line === '乡镇',
  }))
}
