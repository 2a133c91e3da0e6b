import { parse } from '../formula/index.ts'
import type { Element } from './schema/indicator.ts'
import type { Pack } from './schema/pack.ts'

/** Elements that can be lent to another pack: those that stand on data alone, not on what the pack judges. */
export function lendableElements(pack: Pack): Element[] {
  const withheld = new Set([...pack.indicators, ...(pack.groups ?? [])].flatMap(({ id, title }) => [id, title]))
  const grains = new Set((pack.grains ?? []).flatMap(({ id, title }) => [id, title]))
  let kept = pack.elements ?? []
  for (;;) {
    const next = kept.filter((element) => !standsOn(element, withheld, grains))
    if (next.length === kept.length) return [...kept]
    for (const { id, title } of kept) if (!next.some((element) => element.id === id)) withheld.add(id).add(title)
    kept = next
  }
}

function standsOn({ formula }: Element, names: ReadonlySet<string>, grains: ReadonlySet<string>): boolean {
  const texts = typeof formula === 'string' ? [formula] : Object.values(formula)
  return texts.some((text) =>
    namesIn(parse(text).ast).some(([first = '', second = '']) => names.has(grains.has(first) ? second : first)),
  )
}

/** Dotted names anywhere in a formula. */
function namesIn(part: unknown): string[][] {
  if (Array.isArray(part)) return part.flatMap(namesIn)
  if (typeof part !== 'object' || part === null) return []
  const path = 'path' in part ? part.path : undefined
  return [...(isPath(path) ? [path] : []), ...Object.values(part).flatMap(namesIn)]
}

const isPath = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((step) => typeof step === 'string')
