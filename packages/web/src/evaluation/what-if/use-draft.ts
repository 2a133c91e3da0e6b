import { useEffect, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { type Draft, emptyDraft } from './draft.ts'

/** The assumptions being put together; they outlive a visit to another page, not the tab. */
export function useDraft(): readonly [Draft, (change: (before: Draft) => Draft) => void] {
  const { run } = useCurrentRun().index.assessment
  const slot = `eduduty what-if ${run.county.code} ${run.pack.id} ${run.year}`
  const [draft, setDraft] = useState<Draft>(() => readDraft(slot))
  useEffect(() => {
    try {
      sessionStorage.setItem(slot, JSON.stringify(draft))
    } catch {
      // Without room the draft lives as long as the page does.
    }
  }, [slot, draft])
  return [draft, setDraft]
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
export function leaveDraft(run: { county: { code: string }; pack: { id: string }; year: number }, draft: Draft): void {
  sessionStorage.setItem(`eduduty what-if ${run.county.code} ${run.pack.id} ${run.year}`, JSON.stringify(draft))
}
