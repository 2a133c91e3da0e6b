import type { ReportDetail } from '@eduduty/core/reports'
import type { RunKey } from '../../evaluation/index.ts'
import type { Door } from '../../platform/door.ts'
import { readerOfRun } from './read-as-run.ts'

/** Whether a run stands on frozen data alone, for whoever reads a report of it. Errors: `evaluation.run_not_found`. */
export async function readRunStatus(door: Door, key: RunKey): Promise<ReportDetail['run_status']> {
  const reader = await readerOfRun(door, key)
  return door.read(reader, async ({ db }) => {
    const [row] = await db.run<{ status: string }>(
      'select status from evaluation_runs where county_code = $1 and run_id = $2',
      [key.county, key.run],
    )
    return row?.status === 'official' ? 'official' : 'preview'
  })
}
