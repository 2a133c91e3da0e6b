import { describePasswordRule, parseSecuritySettings, type SessionView, verbsIn } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { describePaths } from '../../organizations/index.ts'
import { type Actor, type Origin, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { SignedIn } from '../../platform/http/access.ts'
import { programVersion } from '../../platform/version.ts'
import { securitySettingsName } from '../settings/read-settings.ts'
import { describePerson, withScopeNames } from './describe-person.ts'
import { listDemoIdentities } from './list-demo-identities.ts'
import { nameCounty } from './name-county.ts'

interface SessionQuestion {
  readonly signedIn: SignedIn | undefined
  readonly origin: Origin
  readonly demo: boolean
}

/** What a page is told of its session. */
export async function readSession(door: Door, { signedIn, origin, demo }: SessionQuestion): Promise<SessionView> {
  const { settings, isSetUp } = await readInstallation(door, origin)
  const common = {
    password_rule: describePasswordRule(settings.password_profile),
    idle_minutes: settings.idle_minutes,
    version: programVersion(),
    demo: demo && signedIn === undefined ? await listDemoIdentities(door, origin) : [],
  }
  if (signedIn === undefined) {
    const county = await nameCounty(door, origin)
    return { state: isSetUp ? 'signed_out' : 'set_up', verbs: [], ...(county !== undefined && { county }), ...common }
  }
  const { actor, grants, csrfToken, mustFirst } = signedIn
  const person = await describeActor(door, actor, origin)
  return {
    state: 'signed_in',
    csrf: csrfToken,
    ...(person !== undefined && { person }),
    ...(actor.behalf !== undefined && {
      acting_for: { delegation: actor.behalf.delegation, name: actor.behalf.name, last: actor.behalf.last },
    }),
    verbs: [...verbsIn(grants)],
    ...(mustFirst !== undefined && { must_first: mustFirst }),
    ...common,
  }
}

async function describeActor(door: Door, { id, county, path }: Actor, origin: Origin) {
  const caller = systemCaller('说明会话', { scopes: [areaPath(county)], county, path, origin })
  const described = await door.read(caller, (ctx) => describePerson(ctx, { county, personId: id }))
  return described && withScopeNames(described, await describePaths(door, described.paths))
}

async function readInstallation(door: Door, origin: Origin) {
  const [row] = await door.read(systemCaller('说明会话', { scopes: [], origin }), ({ db }) =>
    db.run<{ settings: unknown; is_set_up: boolean }>(
      `select (select value from platform_settings where name = $1) as settings,
         exists (select 1 from identity_login_names) as is_set_up`,
      [securitySettingsName],
    ),
  )
  return { settings: parseSecuritySettings(row?.settings), isSetUp: row?.is_set_up === true }
}
