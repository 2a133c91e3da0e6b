import { type GrantInForce, type PersonAccess, verbsOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { getPerson } from '../people/get-person.ts'
import type { PersonKey } from '../people/person-key.ts'
import { shownName } from '../people/present-person.ts'
import { accessRows, allRoles } from './access-rows.ts'

/** What one person may see and do today: each grant in force with its scope and verbs. Errors: `identity.not_found`. */
export async function listPersonAccess(
  ctx: Ctx,
  key: PersonKey,
  viewer: readonly GrantInForce[],
): Promise<PersonAccess> {
  const person = await getPerson(ctx, key)
  const parameters = [key.county, key.personId]
  const wanted = { roles: allRoles, condition: 't.county_code = $3 and t.person_id = $4', parameters }
  const rows = await accessRows(ctx, wanted, viewer)
  return {
    person_name: shownName({ name: person.name, org_path: person.path }, viewer),
    rows: rows.map((row) => ({ ...row, verbs: [...verbsOf(row.role)] })),
  }
}
