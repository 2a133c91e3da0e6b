import { programOfCheck } from '@eduduty/core/evaluation'
import type { Check } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'
import { findContext } from './context-rows.ts'

/**
 * Of tables that a rule reads and the task's own period does not collect of the unit: a sentence that says where their
 * figures come from, for the clerk cannot mend them here. Empty where there is none.
 */
export async function foreignSources(ctx: Ctx, task: Task, check: Check): Promise<string> {
  const sentences: string[] = []
  for (const register of registersOf(task, check)) {
    const source = await findSource(ctx, task, register)
    if (source !== undefined) sentences.push(source)
  }
  return sentences.join('')
}

function registersOf({ row, pack }: Task, check: Check): readonly string[] {
  const read = programOfCheck(pack.plan(), check)?.expression?.dependencies.rowsets.map(({ id }) => id) ?? []
  const all = new Set([...(check.register === undefined ? [] : [check.register]), ...read])
  return pack.pack.registers.flatMap(({ id }) => (id !== row.register && all.has(id) ? [id] : []))
}

async function findSource(ctx: Ctx, { row, pack }: Task, id: string): Promise<string | undefined> {
  const own = await ctx.db.run(
    `select 1 from collection_tasks
     where county_code = $1 and period_id = $2 and org_path = $3 and register = $4 limit 1`,
    [row.county_code, row.period_id, row.org_path, id],
  )
  if (own.length > 0) return undefined
  const register = pack.register(id)
  const wanted = { county: row.county_code, path: row.org_path, year: row.year, register }
  const context = await findContext(ctx.db, pack, wanted)
  if (context === undefined) return undefined
  const [task] = await ctx.db.run<{ period_title: string }>(
    `select t.period_title from collection_submissions s
     join collection_tasks t on t.county_code = s.county_code and t.task_id = s.task_id
     where s.county_code = $1 and s.submission_id = $2`,
    [row.county_code, context.submissionId],
  )
  const from = task === undefined ? '督导办从文件读入的' : `“${task.period_title}”里报的`
  return `《${register.title}》不在这次上报，用的是${from}数；那边有误的，请联系督导办改正。`
}
