import { initialsPattern } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { type Conditions, literalLike } from '../../platform/db/conditions.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { initialsOf } from '../../platform/initials.ts'
import { inForce } from '../in-force.ts'

interface PostSearch {
  readonly typed: string
  /** SQL for the name of the post's unit. */
  readonly unit: string
  readonly day: string
}

/** What was typed to find a post `o`: a part of its title, of its unit's name or of the name of somebody in it, or initials of one of these. */
export async function addPostSearch(ctx: Ctx, conditions: Conditions, { typed, unit, day }: PostSearch): Promise<void> {
  const people = (condition: string): string =>
    `exists (select from identity_tenures t
      join identity_people p on p.county_code = t.county_code and p.person_id = t.person_id
      where t.county_code = o.county_code and t.post_id = o.post_id and ${inForce('t', day)} and ${condition})`
  const text = typed.trim()
  const choices = [`o.title like ? or ${unit} like ? or ${people('p.name like ?')}`]
  const pattern = initialsPattern(text)
  if (pattern !== undefined) {
    const initials = conditions.parameter(pattern)
    const titles = conditions.parameter(await titlesWith(ctx, text.toLowerCase()))
    choices.push(
      `o.title = any(${titles}::text[]) or ${people(`p.name_initials like ${initials}`)}
       or exists (select from organizations_unit_versions v where v.county_code = o.county_code
         and v.unit_id = o.unit_id and v.until is null and v.name_initials like ${initials})`,
    )
  }
  conditions.add(`(${choices.join(' or ')})`, `%${literalLike(text)}%`)
}

/** Titles whose initials begin with the letters: a county has few different ones, so they are not kept with the posts. */
async function titlesWith({ db, scopes }: Ctx, letters: string): Promise<readonly string[]> {
  const rows = await db.run<{ title: string }>(
    'select distinct title from organizations_posts where $1::text[] is null or county_code = any($1)',
    [countiesIn(scopes)],
  )
  return rows.map(({ title }) => title).filter((title) => initialsOf(title).startsWith(letters))
}
