import { lendableElements } from './lendable-elements.ts'
import type { PackPath, PackSource } from './parse-pack.ts'
import type { Pack } from './schema/pack.ts'

/** A pack with the places that its entries came from. */
export interface SourcedPack {
  readonly pack: Pack
  readonly source: PackSource
}

/** What a pack lends to those that use it: what its data are and how they are counted, not how they are judged. */
const lent = ['dimensions', 'grains', 'codes', 'registers', 'statistics', 'parameters', 'elements', 'derive'] as const

type Lists = Pick<Pack, (typeof lent)[number]>

/**
 * A pack together with the packs it uses: their dimensions, grains, code lists, registers, layouts of statistics,
 * parameters, elements and derivations stand before its own, so that formulas of both read the same data. Judgements, what stands
 * on them, checks and documents are not lent.
 */
export function joinPacks(own: SourcedPack, all: readonly SourcedPack[]): SourcedPack {
  if (all.length === 0) return own
  const used = all.map(lending)
  const pack: Pack = {
    ...own.pack,
    ...joinedLists(own.pack, used),
    registers: [
      ...used.flatMap(({ pack: base }) =>
        base.registers.map((register) => ({ ...register, home: register.home ?? base.pack.id })),
      ),
      ...own.pack.registers,
    ],
  }
  return { pack, source: joinedSource(own, used) }
}

/** What a pack lends; an element keeps its place in the file. */
function lending({ pack, source }: SourcedPack): SourcedPack {
  const elements = lendableElements(pack)
  const placeOf = (path: PackPath): PackPath => {
    const [section, index, ...rest] = path
    const element = section === 'elements' && typeof index === 'number' ? elements[index] : undefined
    return element === undefined ? path : ['elements', (pack.elements ?? []).indexOf(element), ...rest]
  }
  return {
    pack: { ...pack, elements },
    source: {
      place: (path, part) => source.place(placeOf(path), part),
      inside: (path, ...text) => source.inside(placeOf(path), ...text),
    },
  }
}

function joinedLists(own: Pack, used: readonly SourcedPack[]): Omit<Lists, 'registers'> {
  const of = <Item>(list: (pack: Pack) => readonly Item[] | undefined): Item[] => [
    ...used.flatMap(({ pack }) => list(pack) ?? []),
    ...(list(own) ?? []),
  ]
  return {
    dimensions: of((pack) => pack.dimensions),
    grains: of((pack) => pack.grains),
    codes: of((pack) => pack.codes),
    statistics: of((pack) => pack.statistics),
    parameters: of((pack) => pack.parameters),
    elements: of((pack) => pack.elements),
    derive: of((pack) => pack.derive),
  }
}

/** Finds in which pack an entry of a joined list stands, and where it stands there. */
function joinedSource(own: SourcedPack, used: readonly SourcedPack[]): PackSource {
  const find = (path: PackPath): readonly [PackSource, PackPath] => {
    const [section, index, ...rest] = path
    const name = lent.find((candidate) => candidate === section)
    if (name === undefined || typeof index !== 'number') return [own.source, path]
    let at = index
    for (const { pack, source } of used) {
      const size = pack[name]?.length ?? 0
      if (at < size) return [source, [name, at, ...rest]]
      at -= size
    }
    return [own.source, [name, at, ...rest]]
  }
  return {
    place: (path, part) => {
      const [source, inner] = find(path)
      return source.place(inner, part)
    },
    inside: (path, ...text) => {
      const [source, inner] = find(path)
      return source.inside(inner, ...text)
    },
  }
}
