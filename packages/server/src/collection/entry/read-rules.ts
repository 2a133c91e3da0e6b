import type { TaskRules } from '@eduduty/core/collection'
import { besideRows, impersonalChecks, packOfRules } from '@eduduty/core/consistency'
import { checksTouching } from '@eduduty/core/evaluation'
import type { Pack } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { getTask } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { formChecks, readBeside } from './run-task-checks.ts'

/** More would keep an old computer busy: there the server alone checks. */
const MOST_CHARACTERS = 1_500_000

/**
 * The checks of a form for its page, with the unit's own rows beside it; nobody else's rows and no personal column.
 * Errors: `collection.task_not_found`.
 */
export async function readRules(ctx: Ctx, key: TaskKey, keyring: Keyring): Promise<TaskRules> {
  const task = await getTask(ctx, key)
  const { row, pack } = task
  const of = { register: row.register, year: row.year }
  if (pack.register(row.register).columns.some(isSealed))
    return { is_given: false, why: '表内有加密保存的个人信息，只由服务器核对', ...of, beside: [] }
  const reduced = rulesPack(pack, row.register)
  const beside = besideRows(
    reduced,
    (await readBeside(ctx, task, keyring)).map((one) => one.row),
  )
  if (JSON.stringify(beside).length > MOST_CHARACTERS)
    return { is_given: false, why: '本单位的名册行数多，只由服务器核对', ...of, beside: [] }
  return { is_given: true, why: '', ...of, pack: reduced, beside: [...beside] }
}

const made = new WeakMap<TaskPack, Map<string, Pack>>()

function rulesPack(pack: TaskPack, register: string): Pack {
  const kept = made.get(pack) ?? new Map<string, Pack>()
  made.set(pack, kept)
  const known = kept.get(register)
  if (known !== undefined) return known
  const own = new Set(formChecks(pack).map(({ id }) => id))
  const checks = checksTouching(pack.plan(), register).filter(({ id }) => own.has(id))
  const reduced = packOfRules(pack.pack, impersonalChecks(pack.plan(), checks))
  kept.set(register, reduced)
  return reduced
}
