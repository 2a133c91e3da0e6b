import { dayBefore, dayOf, type GrantInForce, passOn } from '@eduduty/core/identity'
import type { Behalf, Ctx } from '../../platform/ctx.ts'
import { type GrantLine, grantOf, grantsSql } from '../grants-of.ts'

interface Row {
  readonly delegation_id: string
  readonly giver_id: string
  readonly giver_name: string
  readonly until: string
  readonly grants: readonly GrantLine[]
}

/** A delegation that runs today, and what it allows. */
export interface Delegated {
  readonly behalf: Behalf
  readonly grants: readonly GrantInForce[]
}

/** Who receives, with the grants of their own posts. */
export interface Delegate {
  readonly county: string
  readonly personId: string
  readonly grants: readonly GrantInForce[]
}

/**
 * What colleagues have delegated to somebody and what runs today, each with what goes along by it; of one delegation where it
 * is named. What the giver no longer has, the delegate has not either, and what was delegated is never delegated on.
 */
export async function findDelegated(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { county, personId, grants }: Delegate,
  delegation?: string,
): Promise<readonly Delegated[]> {
  const rows = await db.run<Row>(
    `select d.delegation_id, d.giver_id, d.giver_name, d.until, ${grantsSql('$1', 'd.giver_id', '$3')} as grants
     from identity_delegations d
     join identity_accounts a on a.county_code = $1 and a.person_id = d.giver_id and a.status = 'active'
     where d.county_code = $1 and d.delegate_id = $2 and d.withdrawn_at is null and d.since <= $3 and d.until > $3
       and ($4::text is null or d.delegation_id = $4) order by d.made_at`,
    [county, personId, dayOf(now), delegation ?? null],
  )
  return rows.map((row) => ({
    behalf: { id: row.giver_id, name: row.giver_name, delegation: row.delegation_id, last: dayBefore(row.until) },
    grants: passOn(row.grants.flatMap(grantOf), grants).grants,
  }))
}
