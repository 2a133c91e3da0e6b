import { type CheckFormulas, checkFormulas, type PacketCells } from '@eduduty/core/collection'
import { checksTouching, placeOfCheck, programOfCheck } from '@eduduty/core/evaluation'
import type { Check } from '@eduduty/core/packs'
import { formChecks } from '../entry/run-task-checks.ts'
import type { TaskPack } from '../packs/task-pack.ts'

export interface PacketCheck {
  readonly check: Check
  /** Undefined where it can only be told when the packet is back. */
  readonly formulas: CheckFormulas | undefined
}

/** The pack's checks that one form can set off, in the pack's order. */
function listPacketChecks(pack: TaskPack, register: string): readonly Check[] {
  const own = new Set(formChecks(pack).map(({ id }) => id))
  return checksTouching(pack.plan(), register).filter(({ id }) => own.has(id))
}

/** The same with their formulas over the cells of a packet; those that wait for the return stand last. */
export function planPacketChecks(pack: TaskPack, cells: PacketCells): readonly PacketCheck[] {
  const checks = listPacketChecks(pack, cells.register).map((check) => ({
    check,
    formulas: formulasOf(pack, check, cells),
  }))
  return [
    ...checks.filter(({ formulas }) => formulas !== undefined),
    ...checks.filter(({ formulas }) => formulas === undefined),
  ]
}

function formulasOf(pack: TaskPack, check: Check, cells: PacketCells): CheckFormulas | undefined {
  const plan = pack.plan()
  const place = placeOfCheck(check)
  const rule = programOfCheck(plan, check)?.expression
  // A rule of another register stands at the rows of that one: its columns are not those of this form.
  if (rule === undefined || place === undefined || (check.register ?? cells.register) !== cells.register)
    return undefined
  const side = (formula: string | undefined) =>
    formula === undefined ? undefined : plan.program(place, formula).expression
  return checkFormulas({ rule, left: side(check.sides?.left.formula), right: side(check.sides?.right.formula) }, cells)
}
