import { type DelegationList, dayOf, type GrantInForce, passOn, verbs } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { type GrantLine, grantOf, grantsSql } from '../grants-of.ts'
import { type DelegationRow, delegationColumns, presentDelegation } from './delegation-rows.ts'

const MOST = 50

interface ColleagueRow {
  readonly person_id: string
  readonly name: string
  readonly grants: readonly GrantLine[]
}

export interface Colleague {
  readonly person: string
  readonly name: string
  readonly grants: readonly GrantInForce[]
}

/** People of the same unit with an account in use. The caller reaches this unit alone. */
export async function listColleagues({ db, actor, now }: Ctx): Promise<readonly Colleague[]> {
  const rows = await db.run<ColleagueRow>(
    `select p.person_id, p.name, ${grantsSql('$1', 'p.person_id', '$4')} as grants
     from identity_people p
     join identity_accounts a on a.county_code = $1 and a.person_id = p.person_id and a.status = 'active'
     where p.county_code = $1 and p.org_path = $2 and p.person_id <> $3 order by p.name, p.person_id`,
    [actor.county, actor.path, actor.id, dayOf(now)],
  )
  return rows.map((row) => ({ person: row.person_id, name: row.name, grants: row.grants.flatMap(grantOf) }))
}

/** What somebody has delegated, what was delegated to them, and to whom they could delegate; with what stays behind. */
export async function listDelegations(ctx: Ctx, own: readonly GrantInForce[]): Promise<DelegationList> {
  const { db, actor, now } = ctx
  const today = dayOf(now)
  const rows = await db.run<DelegationRow>(
    `select ${delegationColumns} from identity_delegations d
     where d.county_code = $1 and (d.giver_id = $2 or d.delegate_id = $2) order by d.made_at desc limit ${MOST}`,
    [actor.county, actor.id],
  )
  const colleagues = await listColleagues(ctx)
  const withheld = (giver: readonly GrantInForce[], delegate: readonly GrantInForce[]): string[] =>
    passOn(giver, delegate).withheld.map((verb) => verbs[verb])
  const grantsOf = (person: string) => colleagues.find((one) => one.person === person)?.grants ?? []
  return {
    today,
    given: rows
      .filter(({ giver_id: id }) => id === actor.id)
      .map((row) => presentDelegation(row, today, withheld(own, grantsOf(row.delegate_id)))),
    received: rows
      .filter(({ delegate_id: id }) => id === actor.id)
      .map((row) => presentDelegation(row, today, withheld(grantsOf(row.giver_id), own))),
    colleagues: colleagues
      .filter(({ grants }) => passOn(own, grants).grants.length > 0)
      .map(({ person, name, grants }) => ({ person, name, posts: [...new Set(grants.map(({ post }) => post))] })),
  }
}
