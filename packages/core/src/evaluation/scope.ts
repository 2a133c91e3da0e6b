import type { RowsetSymbol, ScalarSymbol, Scope } from '../formula/index.ts'
import type { Pack } from '../packs/index.ts'
import { dimensionsAt, type Place } from './grains.ts'
import type { NodeTypes } from './node-types.ts'
import { rowsetsAt } from './scope-rowsets.ts'
import { scalarsAt } from './scope-scalars.ts'

/**
 * The names that a formula may use at the subjects of a grain, or (`{ register }`) at each row of a register.
 * `types` says what elements and indicators hold; without it they are taken for numbers.
 * @throws RangeError when the pack has no such grain or register
 */
export function createScope(pack: Pack, place: Place, types: NodeTypes = () => 'number'): Scope {
  const dimensions = dimensionsAt(pack, place)
  if (dimensions === undefined) throw new RangeError(`no such place: ${JSON.stringify(place)}`)
  const scalars = new Map<string, ScalarSymbol>()
  for (const [name, symbol] of scalarsAt(pack, place, dimensions, types))
    if (!scalars.has(name)) scalars.set(name, symbol)
  const rowsets = new Map<string, RowsetSymbol>()
  for (const rowset of rowsetsAt(pack, dimensions, types))
    for (const name of [rowset.title, rowset.id.replace(/^(?:grain|group):/, '')])
      if (!rowsets.has(name)) rowsets.set(name, rowset)
  return {
    findScalar: (path) => scalars.get(path.join('.')),
    findRowset: (name) => rowsets.get(name),
    names: () => [
      ...new Set([...scalars.values()].map((symbol) => symbol.title)),
      ...new Set([...rowsets.values()].map((rowset) => rowset.title)),
    ],
  }
}
