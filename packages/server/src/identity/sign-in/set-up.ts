import {
  defaultSecuritySettings,
  findSetUpFault,
  type SetUp,
  type SetUpDone,
  type SetUpPost,
  setUpPostNames,
  setUpPosts,
} from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { openPost, openUnit } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { holdLock } from '../../platform/db/hold-lock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { addAccount } from '../people/add-account.ts'
import { addPerson } from '../people/add-person.ts'
import { issueSecret } from '../people/issue-secret.ts'
import { storeSettings } from '../settings/store-settings.ts'
import { appointFirst } from './appoint-first.ts'

const founded = '1949-10-01'

interface Place {
  readonly county: string
  readonly unitId: string
}

/**
 * Sets up an empty installation: the government, the unit of the administrators, their posts, accounts and first
 * appointments. Once for good. Errors: `identity.set_up_closed`, `identity.set_up_invalid`.
 */
export async function setUp(ctx: Ctx, input: SetUp, keyring: Keyring): Promise<SetUpDone> {
  const fault = findSetUpFault(input)
  if (fault !== undefined) throw new AppError('identity.set_up_invalid', { reason: fault })
  await assertNobodyYet(ctx)
  await storeSettings(ctx, { ...defaultSecuritySettings, administrators_apart: input.apart })
  const { county_code: county, government, department } = input
  await openUnit(ctx, { kind: 'government', name: government, code: county, parentPath: undefined, openedOn: founded })
  const at = areaPath(county)
  const unit = await openUnit(ctx, { kind: 'department', name: department, parentPath: at, openedOn: founded })
  const accounts: SetUpDone['accounts'] = []
  for (const posts of postsByPerson(input))
    accounts.push(await addAdministrator(ctx, input, { ...unit, posts, keyring }))
  ctx.audit({ action: 'identity.set_up', subject: government, detail: { county, apart: input.apart } })
  return { accounts }
}

/** Also of two set-ups at the same moment only one goes on. */
async function assertNobodyYet({ db }: Ctx): Promise<void> {
  await holdLock(db, 'set-up')
  const someone = await db.kysely.selectFrom('identity_login_names').select('login_name').limit(1).executeTakeFirst()
  if (someone !== undefined) throw new AppError('identity.set_up_closed')
}

/** Without the separation one person may stand in several places. */
function postsByPerson(input: SetUp): readonly (readonly SetUpPost[])[] {
  const byLogin = new Map<string, SetUpPost[]>()
  for (const post of setUpPostNames) {
    const login = input[post].login_name
    byLogin.set(login, [...(byLogin.get(login) ?? []), post])
  }
  return [...byLogin.values()]
}

interface Administrator extends Place {
  readonly posts: readonly SetUpPost[]
  readonly keyring: Keyring
}

async function addAdministrator(
  ctx: Ctx,
  input: SetUp,
  { county, unitId, posts, keyring }: Administrator,
): Promise<SetUpDone['accounts'][number]> {
  const [first] = posts
  if (first === undefined) throw new Error('an administrator without a post')
  const { name, login_name } = input[first]
  const key = await addPerson(ctx, { county_code: county, unit_id: unitId, name }, keyring)
  await addAccount(ctx, key, { login_name })
  for (const post of posts) {
    const { title, role } = setUpPosts[post]
    const opened = await openPost(ctx, { county, unitId, title })
    await appointFirst(ctx, { county, personId: key.personId, ...opened, role, scope: areaPath(county) })
  }
  const { code, expires_at } = await issueSecret(ctx, key, { reason: '首次设置', confirmedBy: 'set_up' })
  return { name, login_name, posts: posts.map((post) => setUpPosts[post].title), code, expires_at }
}
