import { fitsInitials, type UnitEntry, type UnitKind } from '@eduduty/core/organizations'

/** A unit in its place among the others. */
export interface TreeRow {
  readonly unit: UnitEntry
  readonly depth: number
  /** Open units directly below it. */
  readonly members: number
  /** Shown only because something below it fits. */
  readonly passing: boolean
}

export interface TreeFilter {
  readonly kind?: UnitKind | undefined
  readonly q?: string | undefined
}

export const unitKey = (unit: UnitEntry): string => `${unit.county_code}/${unit.unit_id}`

/** Units in the order of the tree, each below its parent; a unit whose parent is not among them stands at the top. */
export function treeRows(units: readonly UnitEntry[], filter: TreeFilter): readonly TreeRow[] {
  const ids = new Set(units.map((unit) => unit.unit_id))
  const below = new Map<string, UnitEntry[]>()
  for (const unit of units) {
    const parent = unit.parent_id !== null && ids.has(unit.parent_id) ? unit.parent_id : ''
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const fits = fitting(filter)
  const rowsBelow = (parent: string, depth: number): readonly TreeRow[] =>
    (below.get(parent) ?? []).flatMap((unit) => {
      const inner = rowsBelow(unit.unit_id, depth + 1)
      const fit = fits(unit)
      if (!fit && inner.length === 0) return []
      return [{ unit, depth, members: below.get(unit.unit_id)?.length ?? 0, passing: !fit }, ...inner]
    })
  return rowsBelow('', 0)
}

function fitting({ kind, q }: TreeFilter): (unit: UnitEntry) => boolean {
  const text = q?.trim() ?? ''
  const letters = text.toLowerCase()
  return (unit) =>
    (kind === undefined || unit.kind === kind) &&
    (text === '' ||
      unit.name.includes(text) ||
      unit.code.startsWith(text) ||
      unit.initials.includes(letters) ||
      fitsInitials(unit.initials, letters))
}

/** A unit with everything below it: where it cannot be moved to. */
export function selfAndBelow(units: readonly UnitEntry[], unit: UnitEntry): ReadonlySet<string> {
  return new Set(units.filter((other) => other.org_path.startsWith(unit.org_path)).map((other) => other.unit_id))
}
