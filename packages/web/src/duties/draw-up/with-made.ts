import type { DutyEntry, PlanDraft } from '@eduduty/core/duties'

/** What the page has read, with tasks just made of a duty counted at it; the server is asked when the batch is over. */
export const withMade = (
  draft: PlanDraft,
  { pack, duty }: Pick<DutyEntry, 'pack' | 'duty'>,
  made: number,
): PlanDraft => ({
  ...draft,
  duties: draft.duties.map((one) =>
    one.pack === pack && one.duty === duty ? { ...one, tasks: one.tasks + made } : one,
  ),
})
