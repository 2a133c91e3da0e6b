import { layOutPledge } from '@eduduty/core/duties'
import { writeReport } from '../../platform/docx/write-report.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { fixedZip } from '../../platform/fixed-zip.ts'
import type { Acting } from '../acting.ts'
import { getPlan, type PlanKey } from '../plans/plan-row.ts'
import { type KeptPledge, numberOf, pledgeColumns } from './read-pledges.ts'
import type { PledgeKey } from './sign-pledge.ts'

export interface PledgeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A pledge that is about to be downloaded, as it was when it was made. Errors: `duties.pledge_not_found`. */
export async function takePledge({ ctx }: Acting, { county, pledge }: PledgeKey): Promise<KeptPledge> {
  const [row] = await ctx.db.run<KeptPledge>(
    `select ${pledgeColumns} from duties_pledges where county_code = $1 and pledge_id = $2`,
    [county, pledge],
  )
  if (row === undefined) throw new AppError('duties.pledge_not_found')
  ctx.audit({ action: 'duties.download_pledges', subject: row.party_name })
  return row
}

export interface TakenPledges {
  readonly title: string
  readonly rows: readonly KeptPledge[]
}

/** Those of some parties that are made, by number. Errors: `duties.plan_not_found`, `duties.pledges_none`. */
export async function takePledges({ ctx }: Acting, key: PlanKey, parties: readonly string[]): Promise<TakenPledges> {
  const plan = await getPlan(ctx, key)
  const rows = await ctx.db.run<KeptPledge>(
    `select ${pledgeColumns} from duties_pledges
     where county_code = $1 and plan_id = $2 and state <> 'void' and party_id = any($3::text[]) order by pledge_no`,
    [key.county, key.plan, parties],
  )
  if (rows.length === 0) throw new AppError('duties.pledges_none')
  ctx.audit({ action: 'duties.download_pledges', subject: plan.title, detail: { pledges: rows.length } })
  return { title: plan.title, rows }
}

/** Several as docx in one zip. */
export async function writePledges({ title, rows }: TakenPledges): Promise<PledgeFile> {
  const files = new Map<string, Uint8Array>()
  for (const row of rows) {
    const { name, bytes } = await writePledge(row)
    files.set(name, bytes)
  }
  return { name: `${title}责任书.zip`, bytes: fixedZip(files) }
}

/** One as docx. */
export async function writePledge(row: KeptPledge): Promise<PledgeFile> {
  const { content, pledge_no: no, party_name: party, made_on: made } = row
  const number = numberOf(content.year, no)
  const name = `${String(no).padStart(3, '0')} ${party}责任书.docx`
  return { name, bytes: await writeReport(layOutPledge(content, number, name), made) }
}
