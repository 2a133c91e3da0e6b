import { isRoleId, roles, type SessionView } from '@eduduty/core/identity'
import { type Origin, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { describePerson } from './describe-person.ts'

/** The identities that may be entered with one click where the demo is shown. */
export async function listDemoIdentities(door: Door, origin: Origin): Promise<SessionView['demo']> {
  return door.read(systemCaller('演示身份', { origin }), async (ctx) => {
    const accounts = await ctx.db.kysely
      .selectFrom('identity_accounts')
      .select(['county_code', 'person_id'])
      .where('is_demo', '=', true)
      .where('status', '=', 'active')
      .limit(40)
      .execute()
    const people = await Promise.all(
      accounts.map(({ county_code: county, person_id: personId }) => describePerson(ctx, { county, personId })),
    )
    return people
      .flatMap((found) => (found === undefined ? [] : [found.person]))
      .toSorted((one, other) => rankOf(one) - rankOf(other) || (one.login_name < other.login_name ? -1 : 1))
      .map(identityOf)
  })
}

type Person = NonNullable<SessionView['person']>

/** In the order of the roles, which begins with the main user. */
function rankOf({ posts }: Person): number {
  const order = Object.keys(roles)
  return Math.min(order.length, ...posts.flatMap((post) => post.roles.map(({ id }) => order.indexOf(id))))
}

function identityOf(person: Person): SessionView['demo'][number] {
  const titles = person.posts.flatMap((post) => post.roles.map(({ id }) => (isRoleId(id) ? roles[id].title : id)))
  const post = person.posts.map(({ unit_name, title }) => `${unit_name} ${title}`).join('、')
  return {
    login_name: person.login_name,
    name: person.name,
    post: post || person.unit_name,
    roles: [...new Set(titles)],
  }
}
