import { type CaseState, type CaseStepView, offerStep, type StepActor } from '@eduduty/core/enrolment'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import { refusalOf } from '../steps/refusal-of.ts'

/** What somebody may do with a case now, and what is theirs to do but not yet possible, with the reason. */
export function offerSteps({ casework, papers }: PinnedCasework, state: CaseState, actor: StepActor): CaseStepView[] {
  return casework.steps
    .filter(({ from, by }) => from.includes(state.state) && by.some((line) => actor.lines.includes(line)))
    .map((step): CaseStepView => {
      const offered = offerStep(casework, state, step.id, actor)
      const line = step.by.find((one) => actor.lines.includes(one)) ?? '学校'
      return {
        ...{ step: step.id, title: step.title, line, asks: step.asks ?? [], proof: step.proof ?? '' },
        to_title: casework.states.find(({ id }) => id === step.to)?.title ?? '',
        exits: casework.exits
          .filter(({ id }) => step.exits?.includes(id))
          .map(({ id, title, proof }) => ({ exit: id, title, proof })),
        paper: papers.find(({ id }) => id === step.paper)?.title ?? '',
        ...(step.time !== undefined && { time: step.time }),
        ...('refused' in offered && { refused: refusalOf(offered).message }),
      }
    })
}
