import type { Grain, Pack, Register } from '../packs/index.ts'
/** The grain that is always there: no dimensions, one subject with the id `county`. */
export const COUNTY = 'county'

const builtIn: Grain = { id: COUNTY, title: '县', dimensions: [] }

/** All grains of a pack, the built-in county first. */
export function listGrains(pack: Pack): readonly Grain[] {
  const declared = pack.grains ?? []
  return declared.some((grain) => grain.id === COUNTY) ? declared : [builtIn, ...declared]
}

export function findGrain(pack: Pack, id: string): Grain | undefined {
  return listGrains(pack).find((grain) => grain.id === id)
}

/** Dimensions that a register's key columns identify. */
export function dimensionsOf(register: Register): readonly string[] {
  return register.columns.flatMap((column) => (column.dimension === undefined ? [] : [column.dimension]))
}

/** True when every dimension of `inner` is one of `outer`. */
export function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((dimension) => outer.includes(dimension))
}

/** True for the county and its stages: grains without reporting units. */
export function isCountyWide(pack: Pack, grain: string): boolean {
  const kinds = new Map((pack.dimensions ?? []).map((dimension) => [dimension.id, dimension.kind]))
  return findGrain(pack, grain)?.dimensions.every((id) => kinds.get(id) === 'values') ?? false
}

/** Where formulas stand: at the subjects of a grain, or at each row of a register. */
export type Place = string | { readonly register: string }

/** Dimensions whose values are known at a place; undefined when there is no such grain or register. */
export function dimensionsAt(pack: Pack, place: Place): readonly string[] | undefined {
  if (typeof place === 'string') return findGrain(pack, place)?.dimensions
  const register = pack.registers.find((candidate) => candidate.id === place.register)
  return register === undefined ? undefined : dimensionsOf(register)
}
