import { useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { type Draft, emptyDraft } from './draft.ts'

interface KeptDraft {
  readonly slot: string
  readonly draft: Draft
}

/** The assumptions being put together; they outlive a visit to another page, not the tab. Each run has its own. */
export function useDraft(): readonly [Draft, (change: (before: Draft) => Draft) => void] {
  const slot = slotOf(useCurrentRun().index.assessment.run)
  const [kept, setKept] = useState<KeptDraft>(() => ({ slot, draft: readDraft(slot) }))
  const own = kept.slot === slot ? kept : { slot, draft: readDraft(slot) }
  const change = (step: (before: Draft) => Draft): void =>
    setKept((before) => {
      const draft = step(before.slot === slot ? before.draft : readDraft(slot))
      keepDraft(slot, draft)
      return { slot, draft }
    })
  return [own.draft, change]
}

interface RunOfDraft {
  readonly county: { readonly code: string }
  readonly pack: { readonly id: string }
  readonly year: number
}

const slotOf = ({ county, pack, year }: RunOfDraft): string => `eduduty what-if ${county.code} ${pack.id} ${year}`

function keepDraft(slot: string, draft: Draft): void {
  try {
    sessionStorage.setItem(slot, JSON.stringify(draft))
  } catch {
    // Without room the draft lives as long as the page does.
  }
}

function readDraft(slot: string): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(slot) ?? '')
    return isDraft(kept) ? kept : emptyDraft
  } catch {
    return emptyDraft
  }
}

/** Written by this page alone, in this tab: the shape of the list is proof enough. */
function isDraft(kept: unknown): kept is Draft {
  return typeof kept === 'object' && kept !== null && 'entries' in kept && Array.isArray(kept.entries)
}

/** Leaves a draft for the page of 测算 to find. */
export const leaveDraft = (run: RunOfDraft, draft: Draft): void => keepDraft(slotOf(run), draft)
