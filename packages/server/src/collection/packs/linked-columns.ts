import { checksTouching, programOfCheck } from '@eduduty/core/evaluation'
import type { Check, Register } from '@eduduty/core/packs'
import type { TaskPack } from './task-pack.ts'

type Links = ReadonlyMap<string, readonly string[]>

const made = new WeakMap<Register, Links>()

/**
 * Which columns of a register stand in a hard rule with each of its columns: whoever changes one may have to change
 * another. Keys are left out, they say whose row it is.
 */
export function linkedColumns(pack: TaskPack, register: Register): Links {
  const known = made.get(register)
  if (known !== undefined) return known
  const order = register.columns.flatMap(({ id, dimension }) => (dimension === undefined ? [id] : []))
  const groups = checksTouching(pack.plan(), register.id)
    .filter(({ severity }) => severity === '强制')
    .map((check) => new Set(columnsRead(pack, check, register.id)))
  const links = new Map(
    order.map((id) => {
      const beside = groups.filter((group) => group.has(id))
      return [id, order.filter((other) => other !== id && beside.some((group) => group.has(other)))] as const
    }),
  )
  made.set(register, links)
  return links
}

/** Columns of the register that a rule reads, or that it points to. */
function columnsRead(pack: TaskPack, check: Check, register: string): readonly string[] {
  const { scalars, rowsets } = programOfCheck(pack.plan(), check)?.expression?.dependencies ?? {
    scalars: [],
    rowsets: [],
  }
  const read = rowsets.filter(({ id }) => id === register).flatMap(({ columns }) => columns)
  if (check.register !== register) return read
  const own = scalars.flatMap((id) => (id.startsWith('column:') ? [id.slice('column:'.length)] : []))
  return [...read, ...own, ...(check.columns ?? [])]
}
