import type { Pack } from '../../packs/index.ts'
import { findGrain } from '../grains.ts'
import { comparePrograms } from './compare-nodes.ts'
import type { Compared } from './compared.ts'
import { type Delta, DOWN, flip, SAME, together, UP } from './delta.ts'

/** Subjects of a grain: one more exclusion leaves fewer. */
export function compareGrain(id: string, all: Compared): Delta {
  const [old, now] = [exclusionsOf(all.before.pack, id), exclusionsOf(all.after.pack, id)]
  const excluded = [...new Set([...old.keys(), ...now.keys()])].map((exclusion) => {
    const [before, after] = [old.get(exclusion), now.get(exclusion)]
    if (before === undefined) return UP
    if (after === undefined) return DOWN
    return comparePrograms(all.before.program(id, before, 'truth'), all.after.program(id, after, 'truth'), all)
  })
  return together(flip(together(...excluded)), compareExisting(id, all))
}

function exclusionsOf(pack: Pack, grain: string): ReadonlyMap<string, string> {
  return new Map((findGrain(pack, grain)?.exclusions ?? []).map(({ id, when }) => [id, when]))
}

/** Who is there at all, by the rows of the register of units. */
function compareExisting(id: string, all: Compared): Delta {
  const grain = findGrain(all.after.pack, id)
  const { from } = grain ?? {}
  if (from === undefined) return SAME
  const place = { register: from }
  const whens = Object.values(grain?.exists ?? {})
  return together(
    ...whens.map((when) =>
      comparePrograms(all.before.program(place, when, 'truth'), all.after.program(place, when, 'truth'), all),
    ),
  )
}
