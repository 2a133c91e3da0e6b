import { type Casework, type CaseworkStep, caseCounterTitles } from '../../packs/index.ts'
import type { CaseState } from './case-of.ts'

/** Why an open case cannot go on by another definition. */
export type ChangeRefusal = 'case_closed' | 'state_unknown' | 'exit_unknown'

/** Whether a case may go on by `next` from where it stands: its state, and the way out that waits, have to be there too. */
export function refusalOfChange(next: Casework, state: CaseState): ChangeRefusal | undefined {
  if (state.closedOn !== undefined) return 'case_closed'
  if (!next.states.some(({ id, ends }) => id === state.state && ends !== true)) return 'state_unknown'
  const { proposed } = state
  return proposed === undefined || next.exits.some(({ id }) => id === proposed) ? undefined : 'exit_unknown'
}

/** In words, what another definition asks otherwise of the steps and ways out of a case. */
export function changesOf(former: Casework, next: Casework): readonly string[] {
  const steps = next.steps.flatMap((step) => {
    const before = former.steps.find(({ id }) => id === step.id)
    return before === undefined ? [`多了“${step.title}”这一步`] : changesOfStep(before, step)
  })
  const gone = former.steps.filter(({ id }) => !next.steps.some((step) => step.id === id))
  const exits = next.exits.flatMap((exit) => {
    const before = former.exits.find(({ id }) => id === exit.id)
    const asks = before !== undefined && exit.proof_file === true && before.proof_file !== true
    return asks ? [`去向“${exit.title}”要附${exit.proof}的文件`] : []
  })
  return [...steps, ...gone.map(({ title }) => `没有了“${title}”这一步`), ...exits]
}

function changesOfStep(before: CaseworkStep, step: CaseworkStep): string[] {
  const asked = (step.asks ?? []).filter(
    ({ id, required }) => required === true && before.asks?.find((one) => one.id === id)?.required !== true,
  )
  const counts = (['visits', 'persuasions'] as const).flatMap((counter) => {
    const [was = 0, now = 0] = [before.at_least?.[counter], step.at_least?.[counter]]
    return was === now ? [] : [`“${step.title}”前${caseCounterTitles[counter]}至少${now}次（原来${was}次）`]
  })
  return [
    ...(step.proof_file === true && before.proof_file !== true
      ? [`“${step.title}”要附${step.proof ?? '证明'}的文件`]
      : []),
    ...asked.map(({ title }) => `“${step.title}”要写明${title}`),
    ...counts,
  ]
}
