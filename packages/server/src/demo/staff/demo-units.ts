import type { UnitKind } from '@eduduty/core/organizations'
import { county, isOpen, judgedYear, schools } from '../county.ts'
import { city, founding, townshipArea } from './demo-areas.ts'

/** A unit of the demo county or of the city above it; `parent` is a unit's id, G the government of its area. */
export interface DemoUnit {
  readonly id: string
  readonly area: 'county' | 'city'
  readonly kind: UnitKind
  readonly name: string
  readonly parent: string | undefined
  readonly code?: string
  readonly areaCode?: string
  readonly schoolType?: string
  readonly openedOn: string
}

const departments = [
  ['D01', '县政府教育督导委员会办公室'],
  ['D02', '县教育局'],
  ['D03', '县财政局'],
  ['D04', '县人力资源和社会保障局'],
  ['D05', '县委机构编制委员会办公室'],
  ['D06', '县发展和改革局'],
  ['D07', '县住房和城乡建设局'],
  ['D08', '县自然资源局'],
  ['D09', '县公安局'],
  ['D10', '县卫生健康局'],
  ['D11', '县市场监督管理局'],
  ['D12', '县民政局'],
  ['D13', '县残疾人联合会'],
  ['D14', '县农业农村局'],
] as const

/** Where the three administrators stand: apart from every business unit. */
const technicalUnit = ['D15', '县政务信息中心'] as const

const townshipId = (at: number): string => `T${String(at + 1).padStart(2, '0')}`

/** Id of the unit of a township of the county. */
export function townshipUnit(name: string): string {
  const names: readonly string[] = county.townships
  const at = names.indexOf(name)
  if (at < 0) throw new Error(`演示县没有“${name}”`)
  return townshipId(at)
}

/** Every unit, each after its parent. Schools that are closed by the judged year are not among them. */
export const demoUnits: readonly DemoUnit[] = [
  { id: 'G', area: 'city', kind: 'government', name: `${city.name}人民政府`, parent: undefined, openedOn: founding },
  { id: 'D01', area: 'city', kind: 'department', name: '市政府教育督导室', parent: 'G', openedOn: founding },
  {
    id: 'G',
    area: 'county',
    kind: 'government',
    name: `${county.name}人民政府`,
    parent: undefined,
    openedOn: founding,
  },
  ...[...departments, technicalUnit].map(
    ([id, name]): DemoUnit => ({ id, area: 'county', kind: 'department', name, parent: 'G', openedOn: founding }),
  ),
  ...county.townships.map(
    (name, at): DemoUnit => ({
      id: townshipId(at),
      area: 'county',
      kind: 'township',
      name,
      parent: 'G',
      areaCode: townshipArea(name),
      openedOn: founding,
    }),
  ),
  ...schools
    .filter((school) => isOpen(school, judgedYear))
    .map(
      (school): DemoUnit => ({
        id: `S${school.code}`,
        area: 'county',
        kind: 'school',
        name: school.name,
        parent: townshipUnit(school.township),
        code: school.code,
        schoolType: school.kind,
        areaCode: townshipArea(school.township),
        openedOn: `${school.founded}-09-01`,
      }),
    ),
]
