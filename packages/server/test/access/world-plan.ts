import { canaryOf } from './marks.ts'
import { personsOfCounty, personsOfUpperLevel, personsWithManyScopes } from './person-plan.ts'

/** A unit of the invented world. Its canary stands in every row that belongs to it, and nowhere else. */
export interface SeedUnit {
  readonly county: string
  readonly id: string
  readonly kind: 'government' | 'department' | 'township' | 'school'
  readonly canary: string
  readonly parentId: string | null
  path: string
  closedOn: string | null
}

export interface SeedPerson {
  readonly id: string
  readonly unit: SeedUnit
  readonly login: string
  /** What the person's browser holds. */
  readonly token: string
  account: 'active' | 'waiting' | 'disabled'
}

export interface SeedPost {
  readonly id: string
  readonly unit: SeedUnit
  closedOn: string | null
}

export type SeedStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn'

interface Lasting {
  readonly id: string
  readonly post: SeedPost
  since: string
  until: string | null
  status: SeedStatus
}

export interface SeedTenure extends Lasting {
  readonly person: SeedPerson
  readonly kind: 'holder' | 'substitute'
}

export interface SeedGrant extends Lasting {
  readonly role: string
  scope: string
}

export interface SeedWorld {
  readonly units: SeedUnit[]
  readonly people: SeedPerson[]
  readonly posts: SeedPost[]
  readonly tenures: SeedTenure[]
  readonly grants: SeedGrant[]
}

/** How many of each there are: of provinces, of cities in each, and so on. */
export interface WorldSize {
  readonly provinces: number
  readonly cities: number
  readonly counties: number
  readonly townships: number
  readonly departments: number
  readonly schools: number
}

/** Enough for every case, small enough for every run of the tests. */
export const smallWorld: WorldSize = { provinces: 2, cities: 2, counties: 2, townships: 3, departments: 3, schools: 4 }
/** The world that the safety programme names. */
export const fullWorld: WorldSize = { provinces: 2, cities: 3, counties: 4, townships: 6, departments: 12, schools: 20 }

/** The day on which everything is asked. */
export const worldDay = '2026-11-25'
export const worldNow = new Date('2026-11-25T04:00:00Z')

/** The invented world as plain data: no row of it is in a database yet. Area codes begin with 98 and 99. */
export function planWorld(size: WorldSize): SeedWorld {
  const world: SeedWorld = { units: [], people: [], posts: [], tenures: [], grants: [] }
  for (const province of count(size.provinces).map((at) => String(98 + at))) {
    const provinceUnit = addUnit(world, { county: `${province}0000`, id: 'G', parent: undefined, path: `${province}/` })
    personsOfUpperLevel(world, provinceUnit)
    for (const city of count(size.cities).map((at) => `${province}${two(at + 1)}`)) {
      const path = `${province}/${city}/`
      const cityUnit = addUnit(world, { county: `${city}00`, id: 'G', parent: undefined, path })
      addUnit(world, { county: `${city}00`, id: 'D01', parent: cityUnit })
      personsOfUpperLevel(world, cityUnit)
      for (const county of count(size.counties).map((at) => `${city}${two(at + 1)}`)) addCounty(world, size, county)
    }
  }
  for (const unit of world.units.filter(({ path }) => path.split('/').length === 2)) personsWithManyScopes(world, unit)
  return world
}

function addCounty(world: SeedWorld, size: WorldSize, county: string): void {
  const path = `${county.slice(0, 2)}/${county.slice(0, 4)}/${county}/`
  const government = addUnit(world, { county, id: 'G', parent: undefined, path })
  // D1 and D11, S1 and S11: a scope that lost its last slash would reach the neighbour too.
  const ids = (letter: string, number: number): string[] => count(number).map((at) => `${letter}${'1'.repeat(at + 1)}`)
  const departments = ids('D', size.departments).map((id) => addUnit(world, { county, id, parent: government }))
  const townships = ids('T', size.townships).map((id) => addUnit(world, { county, id, parent: government }))
  const schools = ids('S', size.schools).map((id, at) =>
    addUnit(world, { county, id, parent: townships[at % townships.length] ?? government }),
  )
  personsOfCounty(world, { government, departments, townships, schools })
}

const kinds = { G: 'government', D: 'department', T: 'township', S: 'school' } as const

interface Place {
  readonly county: string
  readonly id: string
  readonly parent: SeedUnit | undefined
  readonly path?: string
}

function addUnit(world: SeedWorld, { county, id, parent, path }: Place): SeedUnit {
  const kind = Object.entries(kinds).find(([letter]) => id.startsWith(letter))?.[1] ?? 'department'
  const unit: SeedUnit = {
    county,
    id,
    kind,
    canary: canaryOf(world.units.length),
    parentId: parent?.id ?? null,
    path: path ?? `${parent?.path ?? ''}${id}/`,
    closedOn: null,
  }
  world.units.push(unit)
  return unit
}

function count(number: number): readonly number[] {
  return Array.from({ length: number }, (_, at) => at)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
