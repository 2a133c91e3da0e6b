import type { Database } from '../../src/platform/db/database.ts'
import { quoteName } from '../../src/platform/db/identifiers.ts'
import type { OpenWorld } from './open-world.ts'
import { confinedColumns } from './seed-world.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { SeedPerson, SeedUnit } from './world-plan.ts'

type Change = (open: OpenWorld, random: SeededRandom, person: SeedPerson) => Promise<void>

const days = ['2020-01-01', '2026-11-24', '2026-11-25', '2026-11-26', '2031-01-01'] as const
const statuses = ['approved', 'approved', 'proposed', 'rejected', 'withdrawn'] as const
const roles =
  'supervisor leader superior_supervisor inspector department_head department_clerk township_clerk school_head school_clerk enrolment_clerk system_admin security_admin auditor'

/** Changes one fact about a person or a unit, in the database and in the plan alike. */
export async function changeSomething(
  open: OpenWorld & { readonly random: SeededRandom },
  person: SeedPerson,
): Promise<void> {
  await open.random.pick(changes)(open, open.random, person)
}

const changeTenure: Change = async ({ world, owner }, random, person) => {
  const tenure = random.pick(world.tenures.filter((held) => held.person === person))
  Object.assign(tenure, someTime(random))
  await owner.run(
    'update identity_tenures set since = $3, until = $4, status = $5 where county_code = $1 and tenure_id = $2',
    [person.unit.county, tenure.id, tenure.since, tenure.until, tenure.status],
  )
}

/** Also its role and its scope: any role may meet any part of the tree. */
const changeGrant: Change = async ({ world, owner }, random, person) => {
  const held = world.tenures.filter((tenure) => tenure.person === person)
  const grant = random.pick(world.grants.filter(({ post }) => held.some((tenure) => tenure.post === post)))
  const time = random.chance(0.5) ? { since: '2020-01-01', until: null, status: 'approved' } : someTime(random)
  const scope = random.pick(random.chance(0.5) ? world.units : world.units.filter(({ kind }) => kind === 'government'))
  Object.assign(grant, time, { role: random.pick(roles.split(' ')), scope: scope.path })
  await owner.run(
    `update identity_grants set since = $3, until = $4, status = $5, role = $6, scope_path = $7
     where county_code = $1 and grant_id = $2`,
    [person.unit.county, grant.id, grant.since, grant.until, grant.status, grant.role, grant.scope],
  )
}

const changeAccount: Change = async ({ owner }, random, person) => {
  person.account = random.pick(['active', 'active', 'waiting', 'disabled'])
  await owner.run('update identity_accounts set status = $3 where county_code = $1 and person_id = $2', [
    person.unit.county,
    person.id,
    person.account,
  ])
}

const changePost: Change = async ({ world, owner }, random, person) => {
  const { post } = random.pick(world.tenures.filter((held) => held.person === person))
  post.closedOn = random.chance(0.5) ? null : random.pick(days)
  await owner.run('update organizations_posts set closed_on = $3 where county_code = $1 and post_id = $2', [
    post.unit.county,
    post.id,
    post.closedOn,
  ])
}

/** A closed unit keeps its rows and who may see them. */
const closeUnit: Change = async ({ world, owner }, random) => {
  const unit = random.pick(world.units.filter(({ kind }) => kind === 'school'))
  unit.closedOn = unit.closedOn === null ? random.pick(['2020-01-01', '2026-11-25']) : null
  await owner.run('update organizations_units set closed_on = $3 where county_code = $1 and unit_id = $2', [
    unit.county,
    unit.id,
    unit.closedOn,
  ])
}

/** All rows of a school go with it to another township of its county, and so do the scopes that name it. */
const moveSchool: Change = async ({ world, owner }, random) => {
  const school = random.pick(world.units.filter(({ kind }) => kind === 'school'))
  const towns = world.units.filter(({ kind, county }) => kind === 'township' && county === school.county)
  const [from, to] = [school.path, `${random.pick(towns).path}${school.id}/`]
  if (from === to) return
  await movePaths(owner, school, to)
  for (const grant of world.grants) if (grant.scope === from) grant.scope = to
  school.path = to
}

async function movePaths(owner: Database, { path }: SeedUnit, to: string): Promise<void> {
  const tables = [...(await confinedColumns(owner)).keys()]
  await owner.transaction(async (queries) => {
    for (const table of tables)
      await queries.run(`update ${quoteName(table)} set org_path = $2 where org_path = $1`, [path, to])
    await queries.run('update identity_grants set scope_path = $2 where scope_path = $1', [path, to])
  })
}

const changes: readonly Change[] = [
  changeTenure,
  changeGrant,
  changeGrant,
  changeAccount,
  changePost,
  closeUnit,
  moveSchool,
]

function someTime(random: SeededRandom) {
  const [since, until] = [random.pick(days.slice(0, -1)), random.pick(days)]
  return { since, until: until > since && random.chance(0.6) ? until : null, status: random.pick(statuses) }
}
