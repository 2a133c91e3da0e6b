import type { TaskRules } from '@eduduty/core/collection/tasks'
import { prepareRules, type RunRules } from '@eduduty/core/consistency'

/** The rules of a form, made ready to run in the page. Loaded by itself: it brings the formula language along. */
export function makePageRules({ pack, register, year, beside }: TaskRules): RunRules | undefined {
  return pack === undefined ? undefined : prepareRules({ pack, register, year, beside })
}
