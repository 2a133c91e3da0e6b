import type { Pack } from './schema/pack.ts'
import type { Column, Register } from './schema/register.ts'

type PackDimensions = Pick<Pack, 'dimensions'>

/** The dimensions that tell units apart: schools, kindergartens, townships. */
export function unitDimensions({ dimensions = [] }: PackDimensions): ReadonlySet<string> {
  return new Set(dimensions.flatMap(({ id, kind }) => (kind === 'unit' ? [id] : [])))
}

/** The column that says whose a row is; undefined for registers of the county itself. */
export function findUnitColumn(pack: PackDimensions, register: Register): Column | undefined {
  const units = unitDimensions(pack)
  return register.columns.find(({ dimension }) => dimension !== undefined && units.has(dimension))
}
