import { type PackSectionId, packSections } from './pack-sections.ts'
import type { Verified } from './schema/basis.ts'
import type { Pack } from './schema/pack.ts'

/** One entry of a pack whose source nobody has found. */
export interface UnverifiedEntry {
  readonly section: PackSectionId
  readonly id: string
  /** Name of the entry; of a parameter with the value and from when it holds. */
  readonly title: string
}

const caseSections = ['casework', 'papers', 'matches', 'risks'] as const
const careSections = ['placements', 'doses', 'care', 'diagnoses'] as const

/** Everything in a pack that is labelled 未核实, in the order of the pack. */
export function listUnverified(pack: Pack): UnverifiedEntry[] {
  const values = (pack.parameters ?? []).flatMap(({ id, title, values: all }) =>
    all.filter(isUnverified).map(({ value, since, reason }) => ({
      section: 'parameters' as const,
      id,
      title: `${title}：${value}（${[`${since} 起`, reason].filter(Boolean).join('，')}）`,
    })),
  )
  const named = (['statistics', 'indicators', 'ratings', 'effects'] as const).flatMap((section) =>
    (pack[section] ?? []).filter(isUnverified).map(({ id, title }) => ({ section, id, title })),
  )
  const adjustments = (pack.ratings ?? []).flatMap(({ id, title, adjustments: all = [] }) =>
    all
      .filter(isUnverified)
      .map((one) => ({ section: 'ratings' as const, id, title: `${title}：${one.kind}“${one.title}”` })),
  )
  const cases = ([...caseSections, ...careSections, 'periodic'] as const).flatMap((section) =>
    (pack[section] ?? []).filter(isUnverified).map(({ id, title }) => ({ section, id, title })),
  )
  return [...values, ...named, ...adjustments, ...cases]
}

const isUnverified = ({ verified }: { readonly verified?: Verified }): boolean => verified?.grade === 'U'

/** How many entries each section of a pack has, those without any left out. */
export function countSections(pack: Pack): { section: PackSectionId; title: string; count: number }[] {
  return packSections
    .map(([section, title]) => ({ section, title, count: pack[section]?.length ?? 0 }))
    .filter(({ count }) => count > 0)
}
