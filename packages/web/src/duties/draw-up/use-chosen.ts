import type { DutyEntry, PlanDraft } from '@eduduty/core/duties'
import { useState } from 'react'
import { draftOfDuty, type TaskDraft } from '../task-draft.ts'

export const dutyName = ({ pack, duty }: Pick<DutyEntry, 'pack' | 'duty'>): string => `${pack}/${duty}`

/** A duty that is to be made into tasks, as it was changed. */
export interface ChosenDuty {
  readonly duty: DutyEntry
  readonly draft: TaskDraft
}

/** Which duties are chosen, and what was changed in them before they become tasks. */
export function useChosen({ plan, duties }: PlanDraft) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [changed, setChanged] = useState<ReadonlyMap<string, TaskDraft>>(new Map())
  const draftOf = (duty: DutyEntry): TaskDraft => changed.get(dutyName(duty)) ?? draftOfDuty(duty, plan.year)
  const tick = (some: readonly DutyEntry[], on: boolean): void =>
    setTicked((before) => {
      const next = new Set(before)
      for (const duty of some)
        if (on) next.add(dutyName(duty))
        else next.delete(dutyName(duty))
      return next
    })
  const all = (): ChosenDuty[] =>
    duties.filter((duty) => ticked.has(dutyName(duty))).map((duty) => ({ duty, draft: draftOf(duty) }))
  return {
    all,
    draftOf,
    tick,
    count: ticked.size,
    tasks: all().reduce((sum, { draft }) => sum + draft.units.length, 0),
    has: (duty: DutyEntry): boolean => ticked.has(dutyName(duty)),
    isChanged: (duty: DutyEntry): boolean => changed.has(dutyName(duty)),
    keep: (duty: DutyEntry, draft: TaskDraft): void => {
      setChanged((before) => new Map(before).set(dutyName(duty), draft))
      tick([duty], true)
    },
    /** After a batch: what could not be made stays chosen. */
    clear: (made: readonly DutyEntry[]): void => tick(made, false),
  }
}

export type Chosen = ReturnType<typeof useChosen>
