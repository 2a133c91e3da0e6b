import type { DutyEntry, PlanDraft } from '@eduduty/core/duties'

type Indicator = NonNullable<DutyEntry['indicator']>

/** Every indicator that a duty of the packs is measured by, once. */
export function indicatorsOf(draft: PlanDraft | undefined): readonly Indicator[] {
  const found = new Map<string, Indicator>()
  for (const { indicator } of draft?.duties ?? [])
    if (indicator !== undefined) found.set(`${indicator.pack}/${indicator.indicator}`, indicator)
  return [...found.values()]
}
