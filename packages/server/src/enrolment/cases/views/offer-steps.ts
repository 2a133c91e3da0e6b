import type { WorkingCalendar } from '@eduduty/core/calendar'
import { clockOf } from '@eduduty/core/clocks'
import { type CaseState, type CaseStepView, offerStep, type StepActor } from '@eduduty/core/enrolment'
import type { CaseworkStep } from '@eduduty/core/packs'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import { refusalOf } from '../steps/refusal-of.ts'

/** Who is offered something, and by which working days. */
export interface OfferedTo extends StepActor {
  readonly calendar: WorkingCalendar
}

/** What somebody may do with a case now, and what is theirs to do but not yet possible, with the reason. */
export function offerSteps(pinned: PinnedCasework, state: CaseState, actor: OfferedTo): CaseStepView[] {
  const { casework, papers } = pinned
  return casework.steps
    .filter(({ from, by }) => from.includes(state.state) && by.some((line) => actor.lines.includes(line)))
    .map((step): CaseStepView => {
      const offered = offerStep(casework, state, step.id, actor)
      const line = step.by.find((one) => actor.lines.includes(one)) ?? '学校'
      return {
        step: step.id,
        title: step.title,
        line,
        asks: step.asks ?? [],
        proof: step.proof ?? '',
        proof_file: step.proof_file === true,
        to_title: casework.states.find(({ id }) => id === step.to)?.title ?? '',
        exits: casework.exits
          .filter(({ id }) => step.exits?.includes(id))
          .map(({ id, title, proof, proof_file: file }) => ({ exit: id, title, proof, proof_file: file === true })),
        paper: papers.find(({ id }) => id === step.paper)?.title ?? '',
        ...(step.time !== undefined && { time: step.time }),
        ...(step.due !== undefined && { due: { field: step.due, ...proposedDue(pinned, step, actor) } }),
        ...('refused' in offered && { refused: refusalOf(offered).message }),
      }
    })
}

/** The day that follows from the length of the time limit; the one who signs the paper may set another. */
function proposedDue(
  { casework, clocks }: PinnedCasework,
  { to }: CaseworkStep,
  { today, calendar }: OfferedTo,
): { readonly proposed?: string } {
  const clock = casework.states.find(({ id }) => id === to)?.clock
  const rule = clocks.find(({ id }) => id === clock)
  if (rule?.length === undefined) return {}
  const { dueOn } = clockOf(rule, [{ type: 'start', on: today }], calendar)
  return dueOn === undefined ? {} : { proposed: dueOn }
}
