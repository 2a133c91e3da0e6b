import type { InventoryEntry } from '../../src/platform/http/route-inventory.ts'
import { canariesIn } from './marks.ts'
import { allowed } from './oracle.ts'
import type { SeedPerson, SeedUnit, SeedWorld } from './world-plan.ts'
import { worldDay } from './world-plan.ts'

/** Whose rows an answer of this route may show to a person: what the verb allows, and the person's own unit. */
export function unitsShown(
  world: SeedWorld,
  person: SeedPerson,
  { access }: Pick<InventoryEntry, 'access'>,
): Set<SeedUnit> {
  const verbs = 'verb' in access ? [access.verb] : 'own' in access ? (access.gathers ?? []) : []
  const shown = verbs.flatMap((verb) => [...allowed(world, { who: person, verb, day: worldDay })])
  return new Set([...shown, person.unit])
}

/** Canaries in a text that the person may not see. The names of what stands above one's own are known to everybody. */
export function strangersIn(text: string, world: SeedWorld, shown: ReadonlySet<SeedUnit>): readonly string[] {
  const above = (unit: SeedUnit): boolean => [...shown].some(({ path }) => path.startsWith(unit.path))
  const known = new Set(world.units.filter((unit) => shown.has(unit) || above(unit)).map(({ canary }) => canary))
  return canariesIn(text).filter((canary) => !known.has(canary))
}
