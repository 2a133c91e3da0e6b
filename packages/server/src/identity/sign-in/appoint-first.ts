import { randomUUID } from 'node:crypto'
import { dayOf, type RoleId } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'

interface FirstAppointment {
  readonly county: string
  readonly personId: string
  readonly postId: string
  readonly orgPath: OrgPath
  readonly role: RoleId
  readonly scope: OrgPath
}

/** Puts somebody into a post with its role before there is anybody who could propose or approve it. */
export async function appointFirst({ db, now }: Ctx, appointment: FirstAppointment): Promise<void> {
  const { county, personId, postId, orgPath, role, scope } = appointment
  const common = {
    county_code: county,
    post_id: postId,
    since: dayOf(now),
    status: 'approved',
    reason: '首次设置',
    proposed_by: 'set_up',
    proposed_at: now,
    decided_by: 'set_up_confirmed',
    decided_at: now,
    org_path: orgPath,
  }
  await db.kysely
    .insertInto('identity_tenures')
    .values({ ...common, tenure_id: randomUUID(), person_id: personId, kind: 'holder' })
    .execute()
  await db.kysely
    .insertInto('identity_grants')
    .values({ ...common, grant_id: randomUUID(), role, scope_path: scope })
    .execute()
}
