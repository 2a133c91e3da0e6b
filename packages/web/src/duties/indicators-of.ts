import type { DutyEntry, PlanDraft, PlanIndicator } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'

type Named = NonNullable<DutyEntry['indicator']>

/** An indicator that may be chosen; of one that only a duty names it is not known for whom it holds. */
export type Choice = Named & Partial<Pick<PlanIndicator, 'pack_title' | 'kinds'>>

const idOf = ({ pack, indicator }: Named): string => `${pack}/${indicator}`

/** Every indicator that duties are measured by, then all others of the packs of the year, each once. */
export function indicatorsOf(draft: PlanDraft | undefined): readonly Choice[] {
  const ofPacks = new Map((draft?.indicators ?? []).map((one) => [idOf(one), one]))
  const found = new Map<string, Choice>()
  for (const { indicator } of draft?.duties ?? [])
    if (indicator !== undefined) found.set(idOf(indicator), ofPacks.get(idOf(indicator)) ?? indicator)
  for (const [id, one] of ofPacks) if (!found.has(id)) found.set(id, one)
  return [...found.values()]
}

/** Those that units have figures of, or the county for them; what was never evaluated holds for everybody. */
export function holdingFor(choices: readonly Choice[], units: readonly Pick<UnitEntry, 'kind'>[]): readonly Choice[] {
  if (units.length === 0) return choices
  return choices.filter(
    ({ kinds = [] }) =>
      kinds.length === 0 || kinds.includes('government') || units.every(({ kind }) => kinds.includes(kind)),
  )
}

/** What the list shows and is searched by. */
export const labelOf = ({ title, pack_title: pack }: Choice): string =>
  pack === undefined ? title : `${title}　${pack}`
