import type { ColumnSymbol, ScalarSymbol } from '../formula/index.ts'
import { findGrain, type Place } from './grains.ts'
import type { PackPlan } from './plan.ts'

export interface NameAt {
  readonly title: string
  readonly type: ScalarSymbol['type']
  readonly unit?: string | undefined
}

/** Names that a formula may use at one place: single values, and sets of rows with their columns. */
export interface FormulaNames {
  readonly scalars: readonly NameAt[]
  readonly rowsets: readonly { readonly title: string; readonly columns: readonly NameAt[] }[]
}

const named = ({ title, type, unit }: ScalarSymbol | ColumnSymbol): NameAt => ({ title, type, unit })

/** What may be written at a grain, `register:<id>` for its rows, or `*` for what holds at any grain. Nothing at a place that is not there. */
export function listNames(plan: PackPlan, place: string): FormulaNames {
  const scalars = new Map<string, NameAt>()
  const rowsets = new Map<string, readonly NameAt[]>()
  for (const at of placesOf(plan, place)) {
    const scope = plan.scope(at)
    for (const name of scope.names()) {
      const rowset = scope.findRowset(name)
      if (rowset !== undefined) rowsets.set(name, rowset.columns.map(named))
      const scalar = scope.findScalar(name.split('.'))
      if (scalar !== undefined) scalars.set(name, { ...named(scalar), title: name })
    }
  }
  return {
    scalars: [...scalars.values()],
    rowsets: [...rowsets].map(([title, columns]) => ({ title, columns })),
  }
}

function placesOf(plan: PackPlan, place: string): readonly Place[] {
  if (place === '*') return plan.grains.map(({ id }) => id)
  const [, register] = /^register:(.+)$/.exec(place) ?? []
  if (register !== undefined) return plan.register(register) === undefined ? [] : [{ register }]
  return findGrain(plan.pack, place) === undefined ? [] : [place]
}
