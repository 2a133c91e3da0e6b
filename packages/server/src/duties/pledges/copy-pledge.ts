import { dayOf } from '@eduduty/core/calendar'
import type { PledgeCopied } from '@eduduty/core/duties'
import type { GrantInForce } from '@eduduty/core/identity'
import type { PledgeLevel } from '@eduduty/core/packs'
import { fileElsewhere, keepSignedCopy, needsOfPledges, type PaperUnit, type Receiving } from '../../archive/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { issuesFor } from '../acting.ts'
import { numberOf } from './read-pledges.ts'
import type { PledgeKey } from './sign-pledge.ts'

interface SignedRow {
  readonly org_path: string
  readonly issuer_path: string
  readonly issuer_name: string
  readonly level: PledgeLevel
  readonly party_name: string
  readonly pledge_no: number
  readonly state: string
  readonly signed_on: string | null
  readonly copy_paper_id: string | null
  readonly year: number
}

export interface Copying extends Receiving {
  readonly grants: readonly GrantInForce[]
}

/** A sent file. */
export interface SentCopy {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Files the scanned copy of a signed pledge in the archive, with the party, and puts it to use for what asks for it; a
 * second scan is a new version. Errors: `duties.pledge_not_found`, `duties.pledge_party_unknown`,
 * `duties.pledge_unsigned`, those of uploads.
 */
export async function copyPledge(copying: Copying, key: PledgeKey, sent: SentCopy): Promise<PledgeCopied> {
  const { door, caller } = copying
  const unit = await door.read(caller, async (ctx) => keeperOf(ctx, key, await getSigned(ctx, copying, key)))
  return fileElsewhere(copying, {
    unit,
    ...sent,
    keep: async (ctx, file) => {
      const row = await getSigned(ctx, copying, key, 'for update of p')
      const { issuer_name: issuer, party_name: party, signed_on: signedOn, level, year } = row
      const number = numberOf(year, row.pledge_no)
      const needs = await needsOfPledges(ctx, { county: key.county, year, level, issuer: row.issuer_path })
      const paper = await keepSignedCopy(ctx, {
        county: key.county,
        unit,
        file,
        needs,
        pledge: { pledge: key.pledge, title: `${number} ${party}`, paper: row.copy_paper_id ?? undefined },
        particulars: {
          title: `${party}责任书（签订本）`,
          kind: 'pledge',
          issuer,
          document_no: number,
          ...(signedOn !== null && { made_on: signedOn }),
        },
      })
      await ctx.db.kysely
        .updateTable('duties_pledges')
        .set({ copy_paper_id: paper })
        .where('county_code', '=', key.county)
        .where('pledge_id', '=', key.pledge)
        .execute()
      ctx.audit({ action: 'duties.copy_pledge', subject: party, detail: { number, needs: needs.length } })
      return { paper, served: needs.length }
    },
  })
}

async function getSigned(
  ctx: Ctx,
  acting: Pick<Copying, 'grants'>,
  { county, pledge }: PledgeKey,
  held: '' | 'for update of p' = '',
): Promise<SignedRow> {
  const [row] = await ctx.db.run<SignedRow>(
    `select p.org_path, p.issuer_path, p.issuer_name, p.level, p.party_name, p.pledge_no, p.state, p.signed_on,
       p.copy_paper_id, d.year
     from duties_pledges p join duties_plans d on d.county_code = p.county_code and d.plan_id = p.plan_id
     where p.county_code = $1 and p.pledge_id = $2 ${held}`,
    [county, pledge],
  )
  if (row === undefined) throw new AppError('duties.pledge_not_found')
  if (!issuesFor(acting, row.issuer_path)) throw new AppError('duties.pledge_party_unknown', { party: row.party_name })
  if (row.state !== 'signed') throw new AppError('duties.pledge_unsigned', { party: row.party_name })
  return row
}

/** Whoever promises; for a village its township. */
async function keeperOf({ db, now }: Ctx, { county }: PledgeKey, row: SignedRow): Promise<PaperUnit> {
  const units = await treeAsOf(db, county, dayOf(now))
  const unit = units.find(({ org_path: path }) => path === row.org_path)
  if (unit === undefined) throw new AppError('duties.pledge_party_unknown', { party: row.party_name })
  return unit
}
