import { areaPath } from '@eduduty/core/organizations'
import type { RunKey } from '../../evaluation/index.ts'
import { type Caller, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/**
 * The system as a reader as far as a run itself reached: whoever writes on a township's report does not reach the rows of
 * all schools, and figures of a part of them would be wrong. What they may see was asked before. `unit`: the run has to be
 * one of this unit or of one above it. Errors: `evaluation.run_not_found`.
 */
export async function readerOfRun(door: Door, { county, run }: RunKey, unit?: string): Promise<Caller> {
  const reader = (path: string) => systemCaller('为报告取数', { scopes: [path], county, path })
  const path = await door.read(reader(areaPath(county)), async ({ db }) => {
    const [row] = await db.run<{ org_path: string }>(
      'select org_path from evaluation_runs where county_code = $1 and run_id = $2',
      [county, run],
    )
    if (row === undefined || !(unit ?? row.org_path).startsWith(row.org_path))
      throw new AppError('evaluation.run_not_found')
    return row.org_path
  })
  return reader(path)
}
