import { isPhone, normalisePhone, parseIdNumber } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { type Conditions, literalLike } from '../../platform/db/conditions.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { blindIndex } from '../../platform/keys/seal.ts'
import { numberIndexes } from './number-places.ts'

/**
 * What was typed into the search field of people: a whole identity number or phone is looked up by its blind index, in
 * each county by that county's own key; anything else is part of a name, initials or a login name.
 */
export async function addSearchCondition(
  ctx: Ctx,
  conditions: Conditions,
  typed: string,
  keyring: Keyring,
): Promise<void> {
  const parsed = parseIdNumber(typed)
  const number = 'fault' in parsed ? normalisePhone(typed) : parsed.number
  if (!('fault' in parsed) || isPhone(typed)) {
    const data = 'fault' in parsed ? 'phone' : 'id_number'
    const counties = await countiesWithUnits(ctx)
    const indexes = counties.map((county) => blindIndex(keyring, numberIndexes[data], county, number))
    const pairs = `select * from unnest(${conditions.parameter(counties)}::text[], ?::text[])`
    conditions.add(`(p.county_code, p.${data}_index) in (${pairs})`, indexes)
    return
  }
  const text = literalLike(typed.normalize('NFKC').trim())
  const start = conditions.parameter(`${text.toLowerCase()}%`)
  conditions.add(`(p.name like ? or p.name_initials like ${start} or a.login_name like ${start})`, `%${text}%`)
}

async function countiesWithUnits({ db, scopes }: Ctx): Promise<readonly string[]> {
  const named = countiesIn(scopes)
  if (named !== null) return named
  const rows = await db.kysely.selectFrom('organizations_units').select('county_code').distinct().execute()
  return rows.map((row) => row.county_code)
}
