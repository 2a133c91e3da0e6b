import type { PackPlan } from '../plan.ts'
import { rosterIds } from '../roster.ts'
import { columnKey, type Reads, readsOfProgram } from './reads-of.ts'

/** Cells that say who is evaluated and who has to report: when one of them changes, everything is evaluated anew. */
export interface PinnedColumns {
  isPinned(register: string, column: string): boolean
  /** Rows of these registers coming or going may change it, too. */
  readonly registers: ReadonlySet<string>
  /** Who is evaluated hangs on figures: no change can be told to leave it alone. */
  readonly isOpen: boolean
}

const pinnedOfPack = new WeakMap<PackPlan, PinnedColumns>()

export function pinnedColumns(plan: PackPlan): PinnedColumns {
  const made = pinnedOfPack.get(plan) ?? findPinned(plan)
  pinnedOfPack.set(plan, made)
  return made
}

function findPinned(plan: PackPlan): PinnedColumns {
  const rosters = rosterIds(plan)
  const reads = [...conditionsOfExistence(plan), ...conditionsOfDuty(plan, rosters)]
  const columns = new Set(reads.flatMap((one) => [...one.columns]))
  for (const { from, label } of plan.grains)
    if (from !== undefined && label !== undefined) columns.add(columnKey(from, label))
  for (const { id, columns: own } of plan.pack.registers)
    for (const column of own) if (column.dimension !== undefined) columns.add(columnKey(id, column.id))
  return {
    isPinned: (register, column) => columns.has(columnKey(register, column)),
    registers: new Set([...rosters, ...reads.flatMap((one) => [...one.registers])]),
    isOpen: reads.some((one) => one.isOpen || one.nodes.size > 0),
  }
}

/** Whether a stage exists at a unit. */
function conditionsOfExistence(plan: PackPlan): readonly Reads[] {
  return plan.grains.flatMap(({ from, exists }) =>
    from === undefined
      ? []
      : Object.values(exists ?? {}).map((source) => {
          const place = { register: from }
          return readsOfProgram(plan, place, plan.program(place, source, 'truth'))
        }),
  )
}

/** Whether a unit has to fill a register. */
function conditionsOfDuty(plan: PackPlan, rosters: ReadonlySet<string>): readonly Reads[] {
  return plan.pack.registers.flatMap(({ expected }) =>
    expected === undefined
      ? []
      : [...rosters].map((register) =>
          readsOfProgram(plan, { register }, plan.program({ register }, expected, 'truth')),
        ),
  )
}
