import { dayOf, isRoleId, roles, type SessionView } from '@eduduty/core/identity'
import { lastsOn, openOn, type PathNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { inForce } from '../in-force.ts'

type Person = NonNullable<SessionView['person']>

interface PersonRow {
  readonly name: string
  readonly login_name: string
  readonly unit_name: string
}

interface PostRow {
  readonly post_id: string
  readonly title: string
  readonly unit_name: string
  readonly role: string | null
  readonly scope_path: string | null
}

const personStatement = `
  select p.name, a.login_name, coalesce(v.name, p.unit_id) as unit_name
  from identity_people p
  join identity_accounts a on a.county_code = $1 and a.person_id = p.person_id
  left join organizations_unit_versions v on v.county_code = $1 and v.unit_id = p.unit_id
    and ${lastsOn('v', '$3')}
  where p.county_code = $1 and p.person_id = $2`

const postStatement = `
  select o.post_id, o.title, coalesce(v.name, o.unit_id) as unit_name, g.role, g.scope_path
  from identity_tenures t
  join organizations_posts o on o.county_code = $1 and o.post_id = t.post_id
  left join organizations_unit_versions v on v.county_code = $1 and v.unit_id = o.unit_id
    and ${lastsOn('v', '$3')}
  left join identity_grants g on g.county_code = $1 and g.post_id = t.post_id
    and ${inForce('g', '$3')}
  where t.county_code = $1 and t.person_id = $2
    and ${inForce('t', '$3')} and ${openOn('o', '$3')}
  order by t.since, o.title, o.post_id, g.role, g.scope_path`

export interface DescribedPerson {
  readonly person: Person
  /** Parts of the tree that the posts reach; their names are to be put in. */
  readonly paths: readonly string[]
}

/** Who somebody is today: unit, posts, and what each post may do where. Undefined when there is no such account. */
export async function describePerson(
  { db, now }: Ctx,
  { county, personId }: { readonly county: string; readonly personId: string },
): Promise<DescribedPerson | undefined> {
  const key = [county, personId, dayOf(now)]
  const [person] = await db.run<PersonRow>(personStatement, key)
  if (person === undefined) return undefined
  const rows = await db.run<PostRow>(postStatement, key)
  const paths = [...new Set(rows.flatMap((row) => row.scope_path ?? []))]
  return { person: { id: personId, ...person, posts: postsOf(rows) }, paths }
}

function postsOf(rows: readonly PostRow[]): Person['posts'] {
  const posts = new Map<string, Person['posts'][number]>()
  for (const { post_id, title, unit_name, role, scope_path } of rows) {
    const post = posts.get(post_id) ?? { title, unit_name, roles: [] }
    posts.set(post_id, post)
    if (role === null || scope_path === null || !isRoleId(role)) continue
    const known = post.roles.some((held) => held.id === role && held.scope_path === scope_path)
    if (!known) post.roles.push({ id: role, title: roles[role].title, scope_path, scope_name: scope_path })
  }
  return [...posts.values()]
}

/** The same person, with the parts of the tree called by their names. */
export function withScopeNames({ person }: DescribedPerson, names: PathNames): Person {
  const nameOf = (path: string): string => names.get(path)?.at(-1) ?? path
  const posts = person.posts.map((post) => ({
    ...post,
    roles: post.roles.map((role) => ({ ...role, scope_name: nameOf(role.scope_path) })),
  }))
  return { ...person, posts }
}
