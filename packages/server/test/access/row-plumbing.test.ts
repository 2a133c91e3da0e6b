import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confinedTransaction } from '../../src/platform/db/confined.ts'
import { SqlError } from '../../src/platform/db/sql-error.ts'
import { toAppError } from '../../src/platform/errors/to-app-error.ts'
import { canariesIn } from './marks.ts'
import { openServerWorld, type ServerWorld } from './open-server-world.ts'
import { allowed } from './oracle.ts'
import { confinedColumns } from './seed-world.ts'
import { seededRandom } from './seeded-random.ts'
import { planWorld, type SeedPerson, type SeedUnit, worldDay } from './world-plan.ts'

const world = planWorld({ provinces: 2, cities: 2, counties: 2, townships: 2, departments: 3, schools: 3 })
let open: ServerWorld

beforeAll(async () => {
  open = await openServerWorld(world, 3)
})
afterAll(() => open.close())

const county = '990101'
const path = `99/9901/${county}/`
const ownUnits = world.units.filter((unit) => unit.path.startsWith(path))
const ownCanaries = new Set(ownUnits.map(({ canary }) => canary))

/** Runs a statement as the application does for somebody of the county; gives what was refused as text. */
async function refusalOf(statement: string, parameters: readonly unknown[] = []): Promise<SqlError> {
  try {
    await confinedTransaction(open.deps.db.connections, [path], (queries) => queries.run(statement, parameters))
  } catch (error) {
    if (error instanceof SqlError) return error
    throw error
  }
  throw new Error(`not refused: ${statement}`)
}

/** Everything that an error says to anybody: to the log, and to the person. */
function textOf(error: SqlError): string {
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)))
  const { message, advice } = toAppError(error)
  return [...own, message, advice].join('\n')
}

describe('errors of statements', () => {
  it.each([
    ['a cast', `select reason::int from organizations_unit_versions`],
    [
      'a division',
      `select 1 / (case when starts_with(org_path, '${path}') then 1 else 0 end), 1 / (length(name) - length(name)) from organizations_unit_versions`,
    ],
    ['a date', `select name::date from organizations_unit_versions order by org_path desc`],
    ['json', `select name::jsonb from organizations_unit_versions order by org_path desc`],
  ])('of %s hold no value of a foreign row', async (_, statement) => {
    const text = textOf(await refusalOf(statement))
    expect(canariesIn(text).filter((canary) => !ownCanaries.has(canary))).toEqual([])
  })

  it('are not raised at all by foreign rows: a condition of small cost is asked after the policy', async () => {
    const statement = `select count(*)::int as n from identity_people
      where pg_temp.cheap(name) and case when starts_with(org_path, '${path}') then true else 1 / (length(name) - 9) > 0 end`
    const rows = await confinedTransaction(open.deps.db.connections, [path], async (queries) => {
      await queries.run(
        `create function pg_temp.cheap(text) returns boolean language plpgsql cost 0.0000001 as
         $$ begin raise notice '%', $1; return 1 / (case when $1 = any (string_to_array('${[...ownCanaries].join(',')}', ',')) then 1 else 0 end) = 1; end $$`,
      )
      return queries.run<{ n: number }>(statement)
    })
    expect(rows[0]?.n).toBe(world.people.filter(({ unit }) => unit.county === county).length)
  })
})

describe('keys', () => {
  it('of another county are refused alike, whether a row has them or not', async () => {
    const foreign = '990102'
    for (const [table, columns] of await confinedColumns(open.owner)) {
      const [row] = await open.owner.run<{ row: string }>(
        `select to_jsonb(t)::text as "row" from ${table} t where county_code = $1 limit 1`,
        [foreign],
      )
      const taken: Record<string, unknown> = JSON.parse(row?.row ?? '{}')
      const keys = columns.filter(({ column }) => /_id$|^session_hash$|_no$/.test(column)).map(({ column }) => column)
      const free = Object.fromEntries(keys.map((key) => [key, /_no$/.test(key) ? 987_654 : 'Z9Z9']))
      const insert = `insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1::jsonb)`
      for (const place of [{}, { org_path: path }]) {
        const tries = [
          { ...taken, ...place },
          { ...taken, ...free, ...place },
        ]
        const says: string[] = []
        for (const tried of tries) {
          const error = await refusalOf(insert, [JSON.stringify(tried)])
          says.push(`${error.sqlstate} ${toAppError(error).message} ${toAppError(error).advice}`)
          expect(canariesIn(says.join()), table).toEqual([])
        }
        expect(says[0], table).toBe(says[1])
        expect(says[0], table).toMatch(/^(42501|23514)/)
      }
    }
  })

  it('that are taken are answered without the value, the table or the constraint', async () => {
    const own = ownUnits[1]
    const insert = `insert into organizations_units (county_code, unit_id, kind, opened_on, org_path) values ($1, $2, 'school', '2020-01-01', $3)`
    const error = toAppError(await refusalOf(insert, [county, own?.id, `${path}Z1/`]))
    expect(`${error.message} ${error.advice}`).not.toMatch(/pkey|organizations|duplicate|Z1|unit_id/)
  })
})

describe('two hundred requests at once through three sessions', () => {
  it('some of them failing, some of them killed, reach their own rows only', async () => {
    const random = seededRandom(20_261_125)
    const verb = 'organizations.read'
    const people = world.people.filter((who) => allowed(world, { who, verb, day: worldDay }).size > 0)
    const requests = Array.from({ length: 200 }, (_, at) => request(random.pick(people), at % 10))
    const killing = killSome()
    const reached = await Promise.allSettled(requests)
    await killing
    const wrong = reached.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
    expect(wrong).toEqual([])
    const failed = reached.filter(({ status }) => status === 'rejected').length
    expect(failed).toBeGreaterThanOrEqual(20)
    expect(failed).toBeLessThan(150)
    for (const left of await Promise.all(Array.from({ length: 9 }, settingsOfSession))) expect(left).toBe('')
  })

  /** Rows that the person may not see, of those that came. Two of ten requests break off in the middle. */
  async function request(who: SeedPerson, kind: number): Promise<readonly string[]> {
    const own = allowed(world, { who, verb: 'organizations.read', day: worldDay })
    const scopes = world.grants
      .filter(({ post }) => world.tenures.some((tenure) => tenure.person === who && tenure.post === post))
      .map(({ scope }) => scope)
    const rows = await confinedTransaction(open.deps.db.connections, scopes, async (queries) => {
      const seen = await queries.run<{ org_path: string }>('select org_path from organizations_unit_versions')
      if (kind === 3) throw new Error('the request broke off')
      if (kind === 7) await queries.run('select no_such_column')
      await queries.run('select pg_sleep(0.01)')
      return [...seen, ...(await queries.run<{ org_path: string }>('select org_path from identity_people'))]
    })
    const isOwn = ({ org_path }: { readonly org_path: string }): boolean =>
      [...own].some((unit: SeedUnit) => unit.path === org_path)
    return rows.filter((row) => !isOwn(row)).map((row) => `${who.login}: ${row.org_path}`)
  }

  async function killSome(): Promise<void> {
    for (let round = 0; round < 5; round++) {
      await wait(40)
      await open.owner.run(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename <> current_user order by backend_start limit 1`,
      )
    }
  }

  async function settingsOfSession(): Promise<string> {
    const [left] = await open.deps.db.run<{ left: string }>(
      `select concat(case when current_user = session_user then '' else current_user end,
         current_setting('app.scope_from', true), current_setting('app.scope_to', true), current_setting('app.scopes', true)) as left
       from pg_sleep(0.01)`,
    )
    return left?.left ?? ''
  }
})
