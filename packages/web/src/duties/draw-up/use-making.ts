import type { DutyEntry, DutyPlan, TaskRow } from '@eduduty/core/duties'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { eachInTurn, type Failure } from '../../platform/api/each-in-turn.ts'
import { draftQuery, dutiesKey, tasksQuery } from '../duty-queries.ts'
import { issueTasks } from '../issue-tasks.ts'
import { makeTasks } from '../make-tasks.ts'
import { dutyMessages } from '../messages.ts'
import { bodyOf } from '../task-draft.ts'
import type { ChosenDuty } from './use-chosen.ts'
import { withMade } from './with-made.ts'

const says = dutyMessages.make

/** Batches of a plan: tasks made of duties, and tasks given out; with how far they are and what could not be done. */
export function useMaking(plan: DutyPlan) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [progress, setProgress] = useState<{ kind: 'make' | 'issue'; done: number; all: number }>()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const { data } = useQuery(tasksQuery(plan, { state: 'draft' }))
  const drafts: readonly TaskRow[] = data?.tasks.filter(({ is_part: isPart }) => !isPart) ?? []

  const make = async (chosen: readonly ChosenDuty[], clear: (made: readonly DutyEntry[]) => void): Promise<void> => {
    const made: DutyEntry[] = []
    setProgress({ kind: 'make', done: 0, all: chosen.length })
    const outcome = await eachInTurn(
      chosen.map((one) => ({ ...one, what: one.draft.title })),
      async ({ duty, draft }) => {
        if (draft.units.length === 0) throw new Error(says.nobody)
        const tasks = await makeTasks(plan, bodyOf(draft, { pack: duty.pack, duty: duty.duty }))
        made.push(duty)
        client.setQueryData(draftQuery(plan).queryKey, (read) => read && withMade(read, duty, tasks.length))
        return tasks.length
      },
      (done) => setProgress({ kind: 'make', done, all: chosen.length }),
    )
    clear(made)
    await finish(outcome, says.made)
  }

  const issueAll = async (): Promise<void> => {
    const tasks = drafts.map(({ task, title, unit_name: unit }) => ({ task, what: `${unit} ${title}` }))
    setProgress({ kind: 'issue', done: 0, all: tasks.length })
    const outcome = await issueTasks(plan.county, tasks, (done) =>
      setProgress({ kind: 'issue', done, all: tasks.length }),
    )
    await finish(outcome, says.issued)
  }

  const finish = async (outcome: Awaited<ReturnType<typeof eachInTurn>>, words: (n: number) => string) => {
    // Said to be done only when the page shows it: counts and buttons are read anew first.
    await client.invalidateQueries({ queryKey: dutiesKey })
    setProgress(undefined)
    setFailures(outcome.failures)
    if (outcome.done > 0) void message.success(words(outcome.done))
  }
  return { drafts, progress, failures, make, issueAll, dismiss: () => setFailures([]) }
}

export type Making = ReturnType<typeof useMaking>
