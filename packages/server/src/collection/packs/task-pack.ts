import { planReading, type ReadingPlan } from '@eduduty/core/collection'
import { type PackPlan, planPack } from '@eduduty/core/evaluation'
import type { Pack, Register } from '@eduduty/core/packs'
import { findKeptPack, type KeptKey } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** A pack as tasks use it. */
export interface TaskPack {
  readonly pack: Pack
  readonly hash: string
  readonly reading: ReadingPlan
  /** Its formulas, compiled when first asked for. */
  plan(): PackPlan
  /** Errors: `collection.register_not_found`. */
  register(id: string): Register
  /** 表号: the place of a register in its pack, 表1, 表2 … */
  tableNo(register: string): string
}

/** The pack that a task pins, whole and unchanged. */
export type PackKey = KeptKey

/** What a hash stands for never changes, so a pack that was read once is kept. */
const known = new Map<string, TaskPack>()
const KEPT = 12

/** Errors: `collection.pack_not_found`. */
export async function getTaskPack(db: Queries, { packId, hash }: PackKey): Promise<TaskPack> {
  const kept = known.get(hash)
  if (kept !== undefined) return kept
  const content = await findKeptPack(db, { packId, hash })
  if (content === undefined) throw new AppError('collection.pack_not_found', { pack: packId })
  const [oldest] = known.keys()
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
  const made = makeTaskPack(content, hash)
  known.set(hash, made)
  return made
}

export function makeTaskPack(pack: Pack, hash: string): TaskPack {
  const registers = new Map(pack.registers.map((register, index) => [register.id, { register, no: index + 1 }]))
  let plan: PackPlan | undefined
  return {
    pack,
    hash,
    plan() {
      plan ??= planPack(pack)
      return plan
    },
    reading: planReading(pack.registers, pack.codes ?? []),
    register(id) {
      const found = registers.get(id)
      if (found === undefined) throw new AppError('collection.register_not_found', { pack: pack.pack.id, register: id })
      return found.register
    },
    tableNo: (id) => `表${registers.get(id)?.no ?? ''}`,
  }
}
