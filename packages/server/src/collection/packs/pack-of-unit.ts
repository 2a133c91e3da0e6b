import { type Column, type Pack, unitDimensions } from '@eduduty/core/packs'
import { makeTaskPack, type TaskPack } from './task-pack.ts'

/** A kindergarten just opened, or a department, has no official code yet: in its own tables it stands under its id. */
export interface CodelessUnit {
  readonly unit_code: string
  readonly unit_id: string
}

const made = new WeakMap<TaskPack, Map<string, TaskPack>>()
/** Units that are kept for each pack. */
const KEPT = 50

/** The pack as a unit fills it in: one without an official code may write its own id where a unit's code is asked for. */
export function packOfUnit(pack: TaskPack, { unit_code: code, unit_id: id }: CodelessUnit): TaskPack {
  if (code !== '') return pack
  const kept = made.get(pack) ?? new Map<string, TaskPack>()
  made.set(pack, kept)
  const known = kept.get(id)
  if (known !== undefined) return known
  if (kept.size >= KEPT) kept.clear()
  const own = withOwnId(pack, id)
  kept.set(id, own)
  return own
}

function withOwnId(pack: TaskPack, id: string): TaskPack {
  const units = unitDimensions(pack.pack)
  const opened = (column: Column): Column => {
    const { pattern, dimension = '' } = column
    if (pattern === undefined || !units.has(dimension)) return column
    const says = `${pattern.says}；本单位还没有标识码，填 ${id}`
    return { ...column, pattern: { regex: `(?:${pattern.regex})|^${id}$`, says } }
  }
  const registers = pack.pack.registers.map((one) => ({ ...one, columns: one.columns.map(opened) }))
  const widened: Pack = { ...pack.pack, registers }
  // Nothing that is computed depends on the shape of a code: the formulas stay those of the pack.
  return { ...makeTaskPack(widened, pack.hash), plan: () => pack.plan() }
}
